<?php
// PHP's mailparse extension (Debian: php-mailparse).
error_reporting(0);

function latin1($octets) {
    return is_string($octets) ? mb_convert_encoding($octets, 'UTF-8', 'ISO-8859-1') : $octets;
}

function one($value) { // mailparse gives an array for a field that occurs several times
    return is_array($value) ? implode(' && ', $value) : $value;
}

echo 'PHP mailparse ', phpversion('mailparse'), "\n";
foreach (array_slice($argv, 1) as $path) {
    $octets = file_get_contents($path);
    $mime = mailparse_msg_create();
    mailparse_msg_parse($mime, $octets);
    $root = mailparse_msg_get_part_data(mailparse_msg_get_part($mime, '1'));
    $fields = $root['headers'];
    $texts = [];
    $name = null;
    foreach (mailparse_msg_get_structure($mime) as $id) {
        $part = mailparse_msg_get_part($mime, $id);
        $data = mailparse_msg_get_part_data($part);
        if (str_starts_with($data['content-type'], 'multipart/')) continue;
        if ($data['content-type'] == 'message/rfc822') continue;
        $file = tempnam(sys_get_temp_dir(), 'm');
        file_put_contents($file, $octets);
        $stream = fopen($file, 'r');
        $texts[] = latin1(mailparse_msg_extract_part_file($part, $stream, null));
        fclose($stream);
        unlink($file);
        $name ??= $data['disposition-filename'] ?? $data['content-name'] ?? null;
    }
    $addresses = [];
    foreach (mailparse_rfc822_parse_addresses(one($fields['from'] ?? '')) as $each)
        if (str_contains($each['address'], '@')) $addresses[] = latin1($each['address']);
    $answers = [
        'from' => $addresses,
        'subject' => latin1(one($fields['subject'] ?? null)),
        'sender' => latin1(one($fields['sender'] ?? null)),
        'x-a' => latin1(one($fields['x-a'] ?? null)),
        'type' => latin1(strtolower($root['content-type'])),
        'name' => latin1($name),
        'text' => $texts,
    ];
    echo json_encode($answers), "\n";
}
