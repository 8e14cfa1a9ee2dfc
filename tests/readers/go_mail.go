// Go's net/mail, mime and mime/multipart (Debian: golang-go).
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"runtime"
	"strings"
)

type header interface{ Get(string) string }

func latin1(octets []byte) string {
	runes := make([]rune, len(octets))
	for i, octet := range octets {
		runes[i] = rune(octet)
	}
	return string(runes)
}

func failed(err error) any { return map[string]string{"error": err.Error()} }

func decoded(h header, body io.Reader) []byte {
	switch strings.ToLower(h.Get("Content-Transfer-Encoding")) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	octets, _ := io.ReadAll(body)
	return octets
}

func texts(h header, body io.Reader, name *any) []string {
	kind, parameters, _ := mime.ParseMediaType(h.Get("Content-Type"))
	if strings.HasPrefix(kind, "multipart/") {
		found := []string{}
		reader := multipart.NewReader(body, parameters["boundary"])
		for {
			part, err := reader.NextRawPart()
			if err != nil {
				return found
			}
			found = append(found, texts(part.Header, part, name)...)
		}
	}
	_, disposition, err := mime.ParseMediaType(h.Get("Content-Disposition"))
	if err == nil && disposition["filename"] != "" && *name == nil {
		*name = disposition["filename"]
	}
	return []string{latin1(decoded(h, body))}
}

func field(h mail.Header, name string) any {
	if _, found := h[name]; !found {
		return nil
	}
	text, err := new(mime.WordDecoder).DecodeHeader(h.Get(name))
	if err != nil {
		return latin1([]byte(h.Get(name)))
	}
	return text
}

func main() {
	fmt.Println("Go net/mail " + strings.TrimPrefix(runtime.Version(), "go"))
	for _, path := range os.Args[1:] {
		octets, _ := os.ReadFile(path)
		answers := map[string]any{}
		message, err := mail.ReadMessage(bytes.NewReader(octets))
		if err != nil {
			for _, question := range strings.Fields("from subject words sender x-a date type name text") {
				answers[question] = map[string]string{"refused": err.Error()}
			}
		} else {
			addresses := []string{}
			found, err := message.Header.AddressList("From")
			for _, each := range found {
				addresses = append(addresses, each.Address)
			}
			answers["from"] = addresses
			if err != nil {
				answers["from"] = failed(err)
			}
			answers["subject"] = field(message.Header, "Subject")
			answers["words"] = answers["subject"]
			answers["sender"] = field(message.Header, "Sender")
			answers["x-a"] = field(message.Header, "X-A")
			answers["date"] = nil
			if date, err := message.Header.Date(); err == nil {
				answers["date"] = date.Unix()
			}
			kind, _, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
			answers["type"] = kind
			if err != nil {
				answers["type"] = failed(err)
			}
			var name any
			answers["text"] = texts(message.Header, message.Body, &name)
			answers["name"] = name
		}
		line, _ := json.Marshal(answers)
		fmt.Println(string(line))
	}
}
