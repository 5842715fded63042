"""The OpenAPI document of the search, made from the form and the facets so that it cannot lag behind."""

from typing import Any

from django.conf import settings

from search.enums import Kind, Order
from search.facets import FACETS
from search.forms import LONGEST
from search.query import ANSWERS
from search.results import PER_PAGE

TEXT = {"type": "string"}
WHOLE = {"type": "integer", "minimum": 0}


def document(server: str) -> dict[str, Any]:
    """OpenAPI 3.1; `server` is the address of the site."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "PedCommons search",
            "version": "1",
            "description": "Full-text search over the published courseware of all institutions. "
            "Cases are found by what a learner knows before the first question, unless `answers` is asked for.",
        },
        "servers": [{"url": server.rstrip("/")}],
        "paths": {
            "/api/search": {
                "get": {
                    "operationId": "search",
                    "summary": "Search",
                    "parameters": _parameters(),
                    "responses": {
                        "200": _response("One page of results.", "Results"),
                        "400": _response(
                            "A parameter makes no sense, or there are not so many pages.", "Problems"
                        ),
                        "405": _response("Only reading is possible.", "Problems"),
                        "429": _response("Too many requests.", "Problems"),
                    },
                }
            }
        },
        "components": {"schemas": _schemas()},
    }


def _parameters() -> list[dict[str, Any]]:
    return [
        _parameter("q", {"type": "string", "maxLength": LONGEST}, "Words; “…” exactly so, -word left out."),
        _parameter(
            "reader",
            {"type": "string", "enum": [code for code, _name in settings.LANGUAGES]},
            "The language whose results and labels come first.",
        ),
        *(
            _parameter(facet.name, TEXT, f"Only results with this code of the facet {facet.name}.")
            for facet in FACETS
        ),
        _parameter(
            "order",
            {"type": "string", "enum": [value for value in Order.values if value]},
            "Else best first.",
        ),
        _parameter("answers", {"type": "string", "enum": [ANSWERS]}, "Search the later stages of cases too."),
        _parameter("page", {"type": "integer", "minimum": 1}, f"{PER_PAGE} results each."),
    ]


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": description}


def _response(description: str, schema: str) -> dict[str, Any]:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    return {"description": description, "content": {"application/json": {"schema": reference}}}


def _schemas() -> dict[str, Any]:
    cue = _object(
        {"seconds": WHOLE, "language": TEXT, "text": TEXT, "url": {"type": "string", "format": "uri"}}
    )
    result = _object(
        {
            "url": {"type": "string", "format": "uri"},
            "kind": {"type": "string", "enum": list(Kind.values)},
            "language": TEXT,
            "title": TEXT,
            "snippet": TEXT,
            "institution": TEXT,
            "partners": {"type": "array", "items": TEXT},
            "course": TEXT,
            "cues": {"type": "array", "items": cue},
        }
    )
    code = _object({"code": TEXT, "label": TEXT, "count": WHOLE})
    return {
        "Results": _object(
            {
                "total": WHOLE,
                "page": {"type": "integer", "minimum": 1},
                "pages": WHOLE,
                "limited": {"type": "boolean", "description": "The search server did not answer."},
                "results": {"type": "array", "items": result},
                "facets": _object({facet.name: {"type": "array", "items": code} for facet in FACETS}),
            }
        ),
        "Problems": _object(
            {"errors": {"type": "object", "additionalProperties": {"type": "array", "items": TEXT}}}
        ),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
