#include <foldwise/foldwise.hpp>
#include <foldwise/maildir.hpp>

#include "support.hpp"

#include <type_traits>
#include <utility>

namespace {

using namespace foldwise;

// A loop over a range of a temporary object reads nothing that is gone: the range is a value, or the
// loop does not compile.
template <class T>
concept has_shown = requires { std::declval<T>().shown(); };
template <class T>
concept has_steps = requires { std::declval<T>().steps(); };
static_assert(has_shown<signed_fields const&> && !has_shown<signed_fields>);
static_assert(has_steps<alignment const&> && !has_steps<alignment>);

template <class T>
constexpr bool is_value = !std::is_reference_v<T>;
static_assert(is_value<decltype(dkim_signature{}.tags())>);
static_assert(is_value<decltype(dmarc_record{}.tags())>);
static_assert(is_value<decltype(bimi_record{}.tags())>);
static_assert(is_value<decltype(bimi_selector{}.tags())>);
static_assert(is_value<decltype(std::declval<mail_command>().parameters())>);
static_assert(is_value<decltype(std::declval<rcpt_command>().parameters())>);
static_assert(is_value<decltype(arc_chain{}.header())>);
static_assert(is_value<decltype(std::declval<signed_header>().own())>);
static_assert(is_value<decltype(std::declval<sealed_header>().own())>);
static_assert(is_value<decltype(std::declval<ehlo_reply>().reply())>);
static_assert(is_value<decltype(std::declval<transaction>().message())>);
static_assert(is_value<decltype(std::declval<mailbox>().addr_spec())>);
static_assert(is_value<decltype(std::declval<delivered_to>().addr_spec())>);
static_assert(is_value<decltype(std::declval<hop>().field())>);
static_assert(is_value<decltype(std::declval<extended_domain>().clause())>);
static_assert(is_value<decltype(std::declval<archived_at>().uri())>);
static_assert(is_value<decltype(std::declval<mdn_disposition>().parts())>);
static_assert(is_value<decltype(std::declval<mail_command>().reverse_path())>);
static_assert(is_value<decltype(std::declval<rcpt_command>().forward_path())>);
static_assert(is_value<decltype(std::declval<transcript_exchange>().reply())>);
static_assert(is_value<decltype(std::declval<transaction_recipient>().reply())>);
static_assert(is_value<decltype(std::declval<transaction_recipient>().delivery())>);
static_assert(is_value<decltype(std::declval<alignment_step>().domain())>);
static_assert(is_value<decltype(std::declval<signed_header>().problem())>);
static_assert(is_value<decltype(std::declval<sealed_header>().problem())>);
static_assert(is_value<decltype(*std::declval<optional<mailbox>>())>);
static_assert(is_value<decltype(*std::declval<result<mailbox>>())>);
static_assert(is_value<decltype(std::declval<result<mailbox>>().error())>);
static_assert(!is_value<decltype(*std::declval<result<mailbox> const&>())>);
using several = decltype(get<"From", "Date">(message{}));
static_assert(is_value<decltype(std::declval<several>().get<0>())>);
static_assert(is_value<decltype(std::declval<several>().get<1>())>);
static_assert(!is_value<decltype(std::declval<several const&>().get<1>())>);

// Those that have strings refuse.
template <class T>
concept has_file_name = requires { std::declval<T>().file_name(); };
template <class T>
concept has_unique_name = requires { std::declval<T>().unique_name(); };
template <class T>
concept has_flags = requires { std::declval<T>().flags(); };
template <class T>
concept has_elements = requires { std::declval<T>()[0]; };
template <class T>
concept has_path = requires { std::declval<T>().path(); };
template <class T>
concept has_files = requires { std::declval<T>().files(); };
template <class T>
concept has_subfolders = requires { std::declval<T>().subfolders(); };
template <class T>
concept has_others = requires { std::declval<T>().others(); };
static_assert(has_file_name<maildir_entry const&> && !has_file_name<maildir_entry>);
static_assert(has_unique_name<maildir_entry const&> && !has_unique_name<maildir_entry>);
static_assert(has_flags<maildir_entry const&> && !has_flags<maildir_entry>);
static_assert(has_elements<maildir const&> && !has_elements<maildir>);
static_assert(has_path<mail_folder const&> && !has_path<mail_folder>);
static_assert(has_files<mail_folder const&> && !has_files<mail_folder>);
static_assert(has_subfolders<mail_folder const&> && !has_subfolders<mail_folder>);
static_assert(has_others<mail_folder const&> && !has_others<mail_folder>);
static_assert(has_others<maildir const&> && !has_others<maildir>);

// A function that reads its argument only during the call, and returns nothing that points into it,
// takes a temporary std::string. See fail_compile/temporaries.cpp for the types that refuse one.
constexpr bool a_function_that_borrows_nothing_takes_a_temporary() {
    if (!test::can_allocate()) return true;
    auto const text = [](std::string_view bytes) { return std::string{bytes}; };

    REQUIRE_TRUE(!check_addr_spec(text("foe@sample.net")));
    REQUIRE_TRUE(!check_smtp_mailbox(text("foe@sample.net")));
    REQUIRE_TRUE(!check_smtp_domain(text("mx.sample.net")));
    REQUIRE_TRUE(smtp_verb_of(text("mail")) == smtp_verb::mail);
    REQUIRE_TRUE(dsn_notify::read(text("DELAY"))->delay);
    REQUIRE_TRUE(*esmtp_parameters{"SIZE=1"}.find(text("size"))->value() == "1");
    REQUIRE_TRUE(transfer_encoding_of(text("base64")) == transfer_encoding::base64);
    REQUIRE_TRUE(find_charset(text("utf-8")) == charset::utf_8);
    REQUIRE_TRUE(with_protocol::from_name(text("ESMTPS"))->is_encrypted);
    REQUIRE_TRUE(find_header_end(text("a: b\n\nc")).position == 5);
    REQUIRE_TRUE(safe_file_name{text("../a.txt")} == "_a.txt");

    // A name to look up is read during the call only, and the result points into the message.
    message const m{"Subject: a\n"
                    "Authentication-Results: b.example; spf=pass smtp.helo=c.example\n"
                    "DKIM-Signature: d=c.example; h=From\n"
                    "\n"};
    REQUIRE_TRUE(m.header().find(text("subject"))->value() == "a");
    auto const results = get<"Authentication-Results">(m);
    REQUIRE_TRUE(results->is_by(text("b.example")) && results->find(text("spf"))->is(text("SPF")));
    auto const helo = results->find(text("spf"))->find(text("smtp"), text("helo"));
    REQUIRE_TRUE(helo->value().is_domain(text("C.example")));
    auto const signature = get<"DKIM-Signature">(m);
    REQUIRE_TRUE(signature->is_domain(text("c.example")) && signature->lists(text("from")));
    REQUIRE_TRUE(signature->tags().find(text("h"))->value() == text("From"));
    ehlo_reply const ehlo{*smtp_reply::read("250-a\r\n250-AUTH PLAIN\r\n250 LIMITS A=1\r\n")};
    REQUIRE_TRUE(ehlo.supports(text("auth")) && ehlo.find(text("auth"))->has(text("plain")));
    REQUIRE_TRUE(ehlo.supports_auth(text("PLAIN")) && *ehlo.limit(text("a")) == 1);
    return true;
}
CASE("temporaries: a function that borrows nothing takes a temporary string",
     a_function_that_borrows_nothing_takes_a_temporary)

} // namespace
