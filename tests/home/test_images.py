"""Pictures: nothing that a camera hides is kept, and nothing that would break later is taken."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from PIL import Image, ImageCms, ImageFile
from PIL.ExifTags import GPS, IFD, Base

from home.models import TeachingImage
from home.privacy.images import decode, without_metadata
from tests.factories.home import ImageFactory, UserFactory
from tests.factories.pictures import cut_off_jpeg, huge_png, picture, png

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">PATIENT-NAME</x:xmpmeta>'


def camera_photo() -> bytes:
    """A photograph as a telephone makes it: lying on its side, with place, maker, XMP and profile."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Make] = "PHONE-MAKER"
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (31.0, 13.0, 12.0)})
    return picture("JPEG", exif=exif, xmp=XMP, icc_profile=PROFILE, comment=b"PATIENT-NAME")


@pytest.fixture
def photo(db) -> TeachingImage:
    return ImageFactory(file=ContentFile(camera_photo(), name="张三 2026.JPG"))


def stored(photo: TeachingImage) -> Image.Image:
    with photo.file.storage.open(photo.file.name) as file:
        return Image.open(BytesIO(file.read()))


def test_the_test_photograph_has_a_place():
    assert bool(Image.open(BytesIO(camera_photo())).getexif().get_ifd(IFD.GPSInfo)) is True


def test_the_stored_file_has_no_exif_no_xmp_and_no_comment(photo):
    kept = stored(photo)
    assert (dict(kept.getexif()), kept.info.get("xmp"), kept.info.get("comment")) == ({}, None, None)


def test_no_word_of_the_metadata_is_in_the_stored_bytes(photo):
    content = stored(photo).fp.getvalue()
    assert [word for word in (b"PATIENT-NAME", b"PHONE-MAKER", b"Exif") if word in content] == []


# Wagtail 8.0.1 forgets to close its temporary file (wagtail/images/models.py: generate_rendition_file).
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_renditions_have_no_exif(photo):
    rendition = photo.get_rendition("width-20")
    assert dict(stored(rendition).getexif()) == {}


def test_the_orientation_is_applied_to_the_pixels(photo):
    assert stored(photo).size == (20, 40)


def test_the_row_knows_the_upright_size(photo):
    assert (photo.width, photo.height) == (20, 40)


def test_the_upper_half_of_the_upright_picture_is_red(photo):
    red, _green, blue = stored(photo).convert("RGB").getpixel((10, 5))
    assert red > 150 > 50 > blue


def test_the_colour_profile_is_kept(photo):
    assert stored(photo).info["icc_profile"] == PROFILE


def test_the_file_name_says_nothing(photo):
    folder, name = photo.file.name.split("/")
    stem, ending = name.split(".")
    assert (folder, len(stem), int(stem, 16) > 0, ending) == ("original_images", 32, True, "jpg")


def test_saving_again_leaves_the_file_as_it_is(photo):
    before = photo.file.name
    photo.title = "新标题"
    photo.save()
    assert photo.file.name == before


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG"])
def test_each_kind_keeps_its_format(kind):
    content, _ending = without_metadata(BytesIO(picture(kind)))
    assert Image.open(BytesIO(content)).format == kind


def test_a_transparent_palette_stays_transparent():
    image = Image.new("P", (4, 4), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    file = BytesIO()
    image.save(file, "PNG", transparency=0)
    content, _ending = without_metadata(file)
    assert Image.open(BytesIO(content)).convert("RGBA").getpixel((0, 0))[3] == 0


def test_a_kind_that_is_not_kept_is_refused():
    with pytest.raises(OSError, match="cannot keep a GIF picture"):
        without_metadata(BytesIO(picture("GIF")))


def test_a_cut_off_picture_cannot_be_decoded():
    with pytest.raises(OSError):
        decode(BytesIO(cut_off_jpeg()))


# The same through the form of the admin.

LANGUAGES = ["en", "zh-hans"]
DAMAGED = "This image is damaged or cut off: it cannot be read to its end. Please export it again."


@pytest.fixture
def upload(client, db):
    """The answer of the admin to a file sent with its form, in a language."""
    client.force_login(UserFactory(is_superuser=True))

    def send(content: bytes, name: str, language: str = "en"):
        file = SimpleUploadedFile(name, content, content_type="image/png")
        with translation.override(language):
            return client.post(
                reverse("wagtailimages:add"),
                {"title": "图", "file": file, "collection": 1, "licence": "cc-by"},
                headers={"accept-language": language},
            )

    return send


def errors(response) -> list[str]:
    return list(response.context["form"].errors.get("file", []))


def test_a_good_picture_is_taken(upload):
    assert upload(png(), "a.png").status_code == 302


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cut_off_photograph_is_answered_with_a_sentence_in_the_readers_language(upload, language):
    response = upload(cut_off_jpeg(), "a.jpg", language)
    with translation.override(language):
        assert (response.status_code, errors(response)) == (200, [translation.gettext(DAMAGED)])


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (cut_off_jpeg(), "a.jpg"),
        (huge_png(), "a.png"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a.svg"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.png"),
        (b"<html><script>alert(1)</script></html>", "a.png"),
        (picture("GIF"), "a.gif"),
        (picture("GIF"), "a.png"),
        (b"", "a.png"),
    ],
    ids=["cut off", "127 megapixels", "svg", "svg as png", "html as png", "gif", "gif as png", "empty"],
)
def test_a_bad_file_is_answered_with_one_sentence_and_leaves_no_row(upload, content, name):
    response = upload(content, name)
    assert (response.status_code, len(errors(response)), TeachingImage.objects.count()) == (200, 1, 0)


def test_a_picture_of_127_megapixels_comes_in_a_small_file():
    assert len(huge_png()) < 100_000


# In production Pillow's own alarm is a warning, here it would be an error and refuse in our stead.
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_picture_of_127_megapixels_is_refused_before_its_pixels_are_read(upload, monkeypatch):
    read = []
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda image: read.append(image.size))
    upload(huge_png(), "a.png")
    assert read == []


def test_a_picture_of_127_megapixels_is_refused_with_the_number_of_pixels(upload):
    assert errors(upload(huge_png(), "a.png")) == [
        "This file has too many pixels (127000000). Maximum pixels 40000000."
    ]


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_picture_beyond_pillows_own_bound_is_refused_with_a_sentence(upload):
    assert errors(upload(huge_png(20_000, 10_000), "a.png")) == [
        "This file has too many pixels (unknown number). Maximum pixels 40000000."
    ]
