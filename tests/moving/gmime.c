/* The program examples/moving.cpp with GMime 3. */

#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

static void print_subject(GMimeMessage* message) {
    char const* subject = g_mime_message_get_subject(message);
    if (subject != NULL) printf("subject: %s\n", subject);
}

static void print_mailboxes(InternetAddressList* list, char const* label, gboolean with_name) {
    for (int i = 0; i < internet_address_list_length(list); ++i) {
        InternetAddress* address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            print_mailboxes(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)),
                            label, with_name);
            continue;
        }
        InternetAddressMailbox* mailbox = INTERNET_ADDRESS_MAILBOX(address);
        printf("%s: %s", label, internet_address_mailbox_get_addr(mailbox));
        char const* name = internet_address_get_name(address);
        if (with_name && name != NULL) printf(", %s", name);
        printf("\n");
    }
}

static void print_author(GMimeMessage* message) {
    print_mailboxes(g_mime_message_get_from(message), "from", TRUE);
}

static void print_recipients(GMimeMessage* message) {
    print_mailboxes(g_mime_message_get_to(message), "to", FALSE);
}

static void print_date(GMimeMessage* message) {
    GDateTime* when = g_mime_message_get_date(message);
    if (when != NULL) printf("date: %" G_GINT64_FORMAT "\n", g_date_time_to_unix(when));
}

static void print_text(GMimeMessage* message) {
    GMimeObject* body = g_mime_message_get_body(message);
    if (!GMIME_IS_TEXT_PART(body)) return;
    char* text = g_mime_text_part_get_text(GMIME_TEXT_PART(body));
    printf("text: %s\n", text);
    g_free(text);
}

static void print_attachment(GMimeObject* parent, GMimeObject* part, gpointer unused) {
    if (!GMIME_IS_PART(part) || !g_mime_part_is_attachment(GMIME_PART(part))) return;
    GMimeStream* memory = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(GMIME_PART(part)), memory);
    printf("attachment: %s, %" G_GINT64_FORMAT " octets\n",
           g_mime_part_get_filename(GMIME_PART(part)), g_mime_stream_length(memory));
    g_object_unref(memory);
}

static void print_attachments(GMimeMessage* message) {
    g_mime_message_foreach(message, print_attachment, NULL);
}

static GMimeParser* open_parser(char const* path, GMimeFormat format) {
    GMimeStream* stream = g_mime_stream_file_open(path, "r", NULL);
    if (stream == NULL) return NULL;
    GMimeParser* parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, format);
    g_object_unref(stream);
    return parser;
}

static void count_messages(char const* path) {
    GMimeParser* parser = open_parser(path, GMIME_FORMAT_MBOX);
    int count = 0;
    while (!g_mime_parser_eos(parser)) {
        GMimeMessage* message = g_mime_parser_construct_message(parser, NULL);
        if (message == NULL) continue;
        ++count;
        g_object_unref(message);
    }
    printf("messages: %d\n", count);
    g_object_unref(parser);
}

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    g_mime_init();
    GMimeParser* parser = open_parser(argv[1], GMIME_FORMAT_MESSAGE);
    if (parser == NULL) return 2;
    GMimeMessage* message = g_mime_parser_construct_message(parser, NULL);
    print_subject(message);
    print_author(message);
    print_recipients(message);
    print_date(message);
    print_text(message);
    print_attachments(message);
    g_object_unref(message);
    g_object_unref(parser);
    count_messages(argv[2]);
    g_mime_shutdown();
}
