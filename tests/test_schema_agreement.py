"""The JSON Schemas and the reader: an editor underlines what the build would refuse."""

import re

import pytest
from jsonschema import Draft202012Validator

from console import ROOT
from loa.disk.developers import is_for_developers
from loa.fields import Reader
from loa.guide.catalogue import DATA, PAGE, POSTS, SHAPES, Shape
from loa.guide.examples import example_lines
from loa.guide.schema import schema
from loa.text.source_text import Parts, read_source, split_front_matter
from loa.text.yaml_text import Mapped, Node, Sequenced, read_yaml
from yaml_instances import instance

BASE = """\
id: GD-7K2M
title: Trồng xen tiêu, vườn cà phê già có thêm một vụ thu
date: 17/10/2026
summary: Nhờ vốn vay và công của cả tổ, vườn cà phê già có thêm một vụ tiêu, hộ trả được nợ.
author: Công chức văn hóa xã
topics: [vay-von]
status: draft
subject: household
"""
STORY = POSTS[0]
by_name = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)


def is_read(shape: Shape, node: Node) -> bool:
    """Whether the reader takes it without a word."""
    nodes = node.items if shape.is_list and isinstance(node, Sequenced) else (node,)
    reader = Reader("x")
    for found in nodes:
        assert isinstance(found, Mapped)
        reader.record(shape.record, found)
    return not reader.problems


def is_valid(shape: Shape, node: Node) -> bool:
    """Whether the schema takes it."""
    return bool(Draft202012Validator(schema(shape)).is_valid(instance(node)))


def tree(text: str) -> Node:
    """The tree of YAML that is sound as YAML."""
    node = read_yaml(text)
    assert node is not None
    return node


@by_name
def test_both_accept_the_example_of_the_guide(shape: Shape) -> None:
    """What the guide shows can be copied."""
    node = tree("\n".join(example_lines(shape.record)))
    node = Sequenced((node,), 1) if shape.is_list else node

    assert is_read(shape, node)
    assert is_valid(shape, node)


@pytest.mark.parametrize(
    "shape",
    [shape for shape in DATA if (ROOT / "data" / f"{shape.name}.yml").exists()],
    ids=lambda shape: shape.name,
)
def test_both_accept_the_data_of_the_town(shape: Shape) -> None:
    """An editor draws no red line under what is right."""
    source = read_source(ROOT / "data" / f"{shape.name}.yml", shape.name)
    node = read_yaml(source.text)

    assert node is not None
    assert is_read(shape, node)
    assert list(Draft202012Validator(schema(shape)).iter_errors(instance(node))) == []


@pytest.mark.parametrize("shape", (*POSTS, PAGE), ids=lambda shape: shape.name)
def test_both_accept_what_was_written(shape: Shape) -> None:
    """Every post and page that stands in the repository agrees with both."""
    folder = ROOT / "docs" if shape is PAGE else ROOT / "stories" / shape.name
    refused = []
    for path in sorted(folder.rglob("*.md")):
        if is_for_developers(ROOT, path):
            continue
        parts = split_front_matter(read_source(path, path.name))
        assert isinstance(parts, Parts)
        node = tree(parts.head)
        if "huong-dan" not in path.parts and not (is_read(shape, node) and is_valid(shape, node)):
            refused.append(path.name)

    assert refused == []


@pytest.mark.parametrize(
    "more",
    [
        "audiences: []",
        "audiences:",
        "image: ~",
        "consent: null",
        "sample: true",
        "publish_on: 2026-10-17",
        "household: {year_escaped: 2025, livelihoods: [cà phê]}",
        "household: {changes: [{label: Đàn bò, before: chưa có, after: hai con}]}",
        "image: {file: anh/vuon.jpg, alt: Vườn cà phê nhìn từ đầu dốc, people: false}",
        "source: {url: 'https://baogialai.com.vn/bai-viet'}",
        "replaces: [tin-tuc/bai-cu/]",
        "translations: {jra: {title: A, translator: B}}",
    ],
)
def test_both_accept_a_good_line(more: str) -> None:
    """A right line is right in the editor and in the build."""
    node = tree(f"{BASE}{more}\n")

    assert (is_read(STORY, node), is_valid(STORY, node)) == (True, True)


@pytest.mark.parametrize("key", [line.split(":")[0] for line in BASE.splitlines()])
@pytest.mark.parametrize("written", ["missing", "empty", "mapping"])
def test_both_refuse_a_post_without_what_it_must_have(key: str, written: str) -> None:
    """A forgotten line is told while writing, not at the build."""
    lines = [line for line in BASE.splitlines() if not line.startswith(f"{key}:")]
    lines += {"missing": [], "empty": [f"{key}:"], "mapping": [f"{key}: {{a: b}}"]}[written]
    node = tree("\n".join(lines))

    assert (is_read(STORY, node), is_valid(STORY, node)) == (False, False)


@pytest.mark.parametrize(
    "wrong",
    [
        "sumary: Lạc tên",
        "awards: Giấy khen",
        "audiences: ho-ngheo",
        "audiences: [[ho-ngheo]]",
        "audiences: ['']",
        "programmes: [giam-ngheo-nhanh]",
        "priority: gap",
        "cover: trau",
        "publish_on: hôm nay",
        "publish_on: 17-10-2026",
        "publish_on: 17/10",
        "sample: có",
        "image: anh/vuon.jpg",
        "image: {file: anh/vuon.jpg}",
        "image: {file: anh/vuon.jpg, alt: ảnh}",
        "image: {file: /etc/vuon.jpg, alt: Vườn cà phê nhìn từ đầu dốc}",
        "image: {file: ../../vuon.jpg, alt: Vườn cà phê nhìn từ đầu dốc}",
        "image: {file: 'C:\\vuon.jpg', alt: Vườn cà phê nhìn từ đầu dốc}",
        "image: {file: anh/a.jpg, alt: Vườn cà phê nhìn từ đầu dốc, peple: true}",
        "photos: [{file: anh/a.jpg, alt: Vườn cà phê nhìn từ đầu dốc}, {file: anh/b.jpg}]",
        "source: {url: baogialai.com.vn}",
        "video: {url: 'javascript:alert(1)'}",
        "approved: {by: Nguyễn Văn A, on: 17/10/2026, hash: ABC}",
        "replaces: ['https://cũ']",
        "household: {year_escaped: 1890}",
        "household: {year_escaped: hai nghìn}",
        "household: {changes: [{label: Đàn bò, before: chưa có}]}",
        "household: {name: 'x', village: [vi-du]}",
        "consent: {given_on: 17/10/2026}",
        "consent: {given_on: 1/1/2026, form: loi, record: A, scope: [ten], channels: [web]}",
        "consent: {given_on: 1/1/2026, form: ghi-am, record: A, scope: [], channels: [web]}",
        "consent: {given_on: 1/1/2026, form: ghi-am, record: A, scope: [mat], channels: [web]}",
    ],
)
def test_both_refuse_a_wrong_line(wrong: str) -> None:
    """What stops the build is underlined in the editor."""
    node = tree(f"{BASE}{wrong}\n")

    assert (is_read(STORY, node), is_valid(STORY, node)) == (False, False)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "gd-7k2m"),
        ("id", "GD-OIL0"),
        ("title", f'"{"a" * 121}"'),
        ("summary", "Quá ngắn."),
        ("summary", f'"{"dài " * 90}"'),
        ("author", f'"{"a" * 201}"'),
        ("topics", "[]"),
        ("status", "publish"),
        ("subject", "ho"),
    ],
)
def test_both_refuse_a_wrong_value(key: str, value: str) -> None:
    """Lengths and word lists are the same everywhere."""
    node = tree(re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", BASE))

    assert (is_read(STORY, node), is_valid(STORY, node)) == (False, False)
