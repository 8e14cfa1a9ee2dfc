"""Validates what `foldwise json`, `json --jmap` and `lint --json` print against the JSON Schemas in
docs/.

    validate.py TOOL DOCS FILE_OR_FOLDER...

Each message and each problem of each file must be valid, and must have no keys that the schema does
not name. A file that the tool refuses is left out. The offsets are checked, too: each place lies in
its file, and fields lie one after the other. The problems of a message are its diagnostics. The
parts in the lists of JMAP are in its tree, and its properties of header fields agree.
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


PROPERTIES = [f'--property=header:{name}' for name in (
    'received:all', 'To', 'Subject:asText', 'To:asGroupedAddresses', 'List-Post:asURLs',
    'X-Mailer:asText:all', 'Resent-Date:asDate:all', 'Resent-Message-ID:asMessageIds')]


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


def parts_of_tree(part):
    yield part
    for each in part['subParts'] or ():
        yield from parts_of_tree(each)


def complaints_about_email(email, validator, size):
    for error in validator.iter_errors(email):
        yield f'{error.json_path}: {error.message[:200]}'
    tree = {part['partId']: part for part in parts_of_tree(email['bodyStructure'])}
    shown = email['textBody'] + email['htmlBody']
    for part in shown + email['attachments']:
        if tree.get(part['partId'], {}) | part != tree.get(part['partId']):
            yield f'part {part["partId"]} is not the one in bodyStructure'
    texts = {part['partId'] for part in shown if part['type'].startswith('text/')}
    if set(email['bodyValues']) != texts:
        yield 'bodyValues are not those of the texts in textBody and htmlBody'
    blobs = [email['blobId'], *(part['blobId'] for part in tree.values() if part['blobId'])]
    for offset, length in (map(int, blob[1:].split('-')) for blob in blobs):
        if offset + length > size:
            yield f'a blob after the end of the file: B{offset}-{length}'


def values_of(email, name):
    return [field['value'] for field in email['headers'] if field['name'].lower() == name]


def complaints_about_properties(email):
    if email['header:received:all'] != values_of(email, 'received'):
        yield 'header:received:all is not what headers has'
    if email['header:To'] != (values_of(email, 'to') or [None])[-1]:
        yield 'header:To is not the last To of headers'
    if email['header:Subject:asText'] != email['subject']:
        yield 'header:Subject:asText is not subject'
    groups = email['header:To:asGroupedAddresses']
    if groups is not None and email['to'] != [each for group in groups
                                              for each in group['addresses']]:
        yield 'header:To:asGroupedAddresses has other addresses than to'


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
    email_validator = validator_of(os.path.join(docs, 'jmap.schema.json'))
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
            emails = printed_by(tool, 'json', '--jmap', '--text', *PROPERTIES, file)
            wrong += [complaint for email in emails
                      for complaint in complaints_about_email(email, email_validator,
                                                              os.path.getsize(file))]
            wrong += [complaint for email in emails
                      for complaint in complaints_about_properties(email)]
            if len(emails) != len(messages):
                wrong.append('--jmap prints another number of messages')
            invalid += bool(wrong)
            for complaint in wrong[:3]:
                print(f'{file}: {complaint}')
    print(f'{count} messages; {invalid} files are invalid')
    return int(invalid != 0 or count == 0)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
