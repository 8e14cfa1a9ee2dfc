"""Validates what `foldwise json` and `foldwise lint --json` print against the JSON Schemas in docs/.

    validate.py TOOL DOCS FILE_OR_FOLDER...

Each message and each problem of each file must be valid, and must have no keys that the schema does
not name. A file that the tool refuses is left out. The offsets are checked, too: each place lies in
its file, and fields lie one after the other. The problems of a message are its diagnostics.
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


def complaints_about(value, validator):
    for error in validator.iter_errors(value):
        yield f'{error.json_path}: {error.message[:200]}'
    size = os.path.getsize(value['file'])
    for place in places_in(value):
        if place['offset'] + place['length'] > size:
            yield f'a place after the end of the file: {str(place)[:200]}'


def complaints_about_message(message):
    at = message['offset']
    if message['entry_offset'] > at:
        yield 'the entry starts after its message'
    for field in message['header']:
        if field['offset'] != at:
            yield f'octets that are not a field before offset {field["offset"]}'
        at = field['offset'] + field['length']


def complaints_about_problems(tool, file, problems, messages):
    keys = ('code', 'offset', 'length')
    found = [tuple(each[key] for key in keys) for each in problems]
    wanted = [tuple(each[key] for key in keys)
              for message in messages for each in message['diagnostics']]
    # A recorded session has problems of its own, which are not those of a message.
    if found != wanted and subprocess.run([tool, 'smtp', file], check=False,
                                          capture_output=True).returncode != 0:
        yield 'the problems are not the diagnostics of the messages'


def validator_of(schema_file):
    with open(schema_file, encoding='utf-8') as file:
        schema = json.load(file)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(without_other_keys(schema))


def printed_by(tool, *arguments):
    printed = subprocess.run([tool, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                             check=False).stdout
    return [json.loads(line) for line in printed.decode('utf-8').split('\n')[:-1]]


def main(tool, docs, *paths):
    message_validator = validator_of(os.path.join(docs, 'message.schema.json'))
    problem_validator = validator_of(os.path.join(docs, 'lint.schema.json'))
    count = invalid = 0
    for path in paths:
        for file in files_in(path):
            # The system's list of public suffixes would be read again for each file.
            messages = printed_by(tool, 'json', '--text', '--trust', 'mx.example.org',
                                  '--public-suffixes', 'none', file)
            problems = printed_by(tool, 'lint', '--json', '--severity', 'note', file)
            count += len(messages)
            wrong = [complaint for message in messages
                     for complaint in (*complaints_about(message, message_validator),
                                       *complaints_about_message(message))]
            wrong += [complaint for problem in problems
                      for complaint in complaints_about(problem, problem_validator)]
            wrong += complaints_about_problems(tool, file, problems, messages)
            invalid += bool(wrong)
            for complaint in wrong[:3]:
                print(f'{file}: {complaint}')
    print(f'{count} messages; {invalid} files are invalid')
    return int(invalid != 0 or count == 0)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
