"""Compares the octets and the size of each decoded part with the results of another decoder.

    leaves.py TOOL CORPUS ORACLE

ORACLE has one JSON object for each message, with a SHA-256 for each part. Two kinds of messages are
left out: those with a line ">From ", whose ">" the tool removes, and single messages that start with
a From line, whose last empty line belongs to the mbox (RFC 4155 appendix A).
"""

import collections
import hashlib
import json
import subprocess
import sys


def nodes(tree):
    yield tree
    for part in tree.get('parts', ()):
        yield from nodes(part)


def run(*command):
    return subprocess.run(command, capture_output=True, check=False).stdout


def main(tool, corpus, oracle):
    by_file = collections.defaultdict(list)
    with open(oracle, encoding='utf-8') as lines:
        for line in lines:
            message = json.loads(line)
            by_file[message['file']].append(message)
    compared = different = 0
    for file, messages in by_file.items():
        path = f'{corpus}/{file}'
        ours = [json.loads(line) for line in run(tool, 'json', path).splitlines()]
        if len(ours) != len(messages):
            continue
        for mine, other in zip(ours, messages):
            is_mbox_of_one = other['kind'] != 'mbox' and other['envelope'] is not None
            if not other['trust']['tree'] or other['gt_from'] or is_mbox_of_one:
                continue
            parts = list(nodes(other['py']['tree']))
            if len(parts) != len(mine['parts']):
                continue  # the comparison of the fact `tree` reports it
            of_several = f':{mine["index"]}' if len(messages) > 1 else ''
            for part, wanted in zip(mine['parts'], parts):
                if 'sha256' not in wanted or wanted.get('opaque'):
                    continue
                octets = run(tool, 'extract', part['path'], path + of_several)
                compared += 1
                is_same = hashlib.sha256(octets).hexdigest() == wanted['sha256']
                if is_same and part['decoded_size'] == len(octets):
                    continue
                different += 1
                print(f'{path}{of_several} {part["path"]}: {len(octets)} octets, '
                      f'not {wanted["size"]}')
    print(f'{compared} decoded parts, {different} of them different')
    return int(different != 0 or compared == 0)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
