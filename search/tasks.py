"""What may take longer than an editor waits; in the process of the site unless a worker is set up."""

from django_tasks import task

from search import services


@task()
def bring_up_to_date(page_ids: list[int]) -> int:
    """Index these pages anew; how many of them are in the index afterwards."""
    return services.index_pages(page_ids=page_ids)
