"""Serializers: what was released as bytes, bytes as what was received, the schema of every type, and tables."""

from smir.serializers.capabilities import Capabilities
from smir.serializers.document import ReleasedDocument
from smir.serializers.json import JsonFormat
from smir.serializers.json_schema import schema, schemas
from smir.serializers.jsonl import JsonLines
from smir.serializers.registry import Registry, formats, registry
from smir.serializers.sending import dump, dumps, loads, read
from smir.serializers.serializer import GROUP, Detector, Reader, Serializer, StreamSerializer
from smir.serializers.streaming import Reading, RefusedPart, read_many, write_many
from smir.serializers.table import rows
from smir.serializers.version import FormatVersion

__all__ = [
    "GROUP",
    "Capabilities",
    "Detector",
    "FormatVersion",
    "JsonFormat",
    "JsonLines",
    "Reader",
    "Reading",
    "RefusedPart",
    "Registry",
    "ReleasedDocument",
    "Serializer",
    "StreamSerializer",
    "dump",
    "dumps",
    "formats",
    "loads",
    "read",
    "read_many",
    "registry",
    "rows",
    "schema",
    "schemas",
    "write_many",
]
