"""Captions of a medium."""

import pytest
from django.core.exceptions import ValidationError

from home.models import MediaTrack, TeachingMedia
from home.webvtt import Cue
from tests.factories.home import TrackFactory


def test_bad_captions_are_answered_with_the_number_of_the_line(in_english):
    with pytest.raises(ValidationError) as refused:
        MediaTrack(vtt="WEBVTT\n\n00:09 --> 00:10\n甲").clean()
    assert refused.value.message_dict == {
        "vtt": [
            "Line 3 is not valid WebVTT. The file must begin with WEBVTT "
            "and each caption with a line such as 00:01.000 --> 00:04.000."
        ]
    }


def test_good_captions_pass():
    assert MediaTrack(vtt="WEBVTT\n\n00:09.000 --> 00:10.000\n甲").clean() is None


def test_a_track_has_cues(db):
    assert TrackFactory().cues == [Cue(1.0, 4.0, "大家好")]


def test_a_medium_has_one_track_in_a_language(db):
    track = TrackFactory()
    with pytest.raises(ValidationError):
        MediaTrack(media=track.media, language=track.language, vtt="WEBVTT").full_clean()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.mp4", "video/mp4"), ("a.webm", "video/webm"), ("a.zzz", "application/octet-stream")],
)
def test_the_type_of_a_medium_follows_its_ending(db, name, kind):
    assert TeachingMedia(file=name).mime_type == kind
