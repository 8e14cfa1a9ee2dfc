"""Validates what `foldwise json` prints against the JSON Schema in docs/.

    validate.py TOOL SCHEMA FILE_OR_FOLDER...

Each message of each file must be valid, and must have no keys that the schema does not name. A file
that the tool refuses is left out. The offsets are checked, too: each place lies in its file, and
fields lie one after the other.
"""

import json
import os
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print('skipped: the Python package jsonschema is missing (Debian: python3-jsonschema)')
    sys.exit(77)


def files_in(path):
    if not os.path.isdir(path):
        yield path
        return
    for folder, _, names in sorted(os.walk(path)):
        for name in sorted(names):
            yield os.path.join(folder, name)


def without_other_keys(schema):
    """The schema, with no other keys allowed where it lists properties."""
    if isinstance(schema, list):
        return [without_other_keys(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: without_other_keys(value) for key, value in schema.items()}
    if isinstance(schema.get('properties'), dict) and 'required' in schema:
        strict.setdefault('additionalProperties', False)
    return strict


def places_in(value):
    if isinstance(value, list):
        for each in value:
            yield from places_in(each)
    elif isinstance(value, dict):
        if 'offset' in value and 'length' in value:
            yield value
        for each in value.values():
            yield from places_in(each)


def complaints_about(message, validator):
    for error in validator.iter_errors(message):
        yield f'{error.json_path}: {error.message[:200]}'
    size = os.path.getsize(message['file'])
    for place in places_in(message):
        if place['offset'] + place['length'] > size:
            yield f'a place after the end of the file: {str(place)[:200]}'
    at = message['offset']
    if message['entry_offset'] > at:
        yield 'the entry starts after its message'
    for field in message['header']:
        if field['offset'] != at:
            yield f'octets that are not a field before offset {field["offset"]}'
        at = field['offset'] + field['length']


def main(tool, schema_file, *paths):
    with open(schema_file, encoding='utf-8') as file:
        schema = json.load(file)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(without_other_keys(schema))
    messages = invalid = 0
    for path in paths:
        for file in files_in(path):
            # The system's list of public suffixes would be read again for each file.
            printed = subprocess.run([tool, 'json', '--text', '--trust', 'mx.example.org',
                                      '--public-suffixes', 'none', file],
                                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                     check=False).stdout
            for line in printed.decode('utf-8').split('\n')[:-1]:
                message = json.loads(line)
                messages += 1
                wrong = list(complaints_about(message, validator))
                invalid += bool(wrong)
                for complaint in wrong[:3]:
                    print(f'{file}, message {message["index"]}: {complaint}')
    print(f'{messages} messages, {invalid} of them invalid')
    return int(invalid != 0 or messages == 0)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
