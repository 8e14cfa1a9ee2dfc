#ifndef FOLDWISE_FUZZ_INTERPOLATED_HPP
#define FOLDWISE_FUZZ_INTERPOLATED_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Results as servers write them, with text of the sender in their values and comments. The server
// is honest, and careless: it copies most of the text as it is. The sender has evil.example, and
// wants to be taken for bank.example, for which each result is a failure.
namespace fuzz {

/// Texts that a sender tries, each in place of an octet of the fuzzer's.
// clang-format off
inline constexpr std::string_view sender_words[] = {
    "a", " ", ";", "; ", "(", ")", " (", ") ", "\"", "\"\"", "\\", "\\\"", "=", "@", ".", ",", "/",
    "<", ">", "\t", "dkim=pass", "spf=pass", "dkim=pass ", "spf=pass ", "; dkim=pass ",
    "; spf=pass ", "x=y", "x=y ", "z.z=", "header.d=", "header.d=bank.example",
    "header.d=bank.example ", "smtp.mailfrom=", "smtp.mailfrom=bank.example",
    "smtp.mailfrom=ceo@bank.example ", "smtp.mailfrom=\"\"", "smtp.helo=",
    "smtp.helo=bank.example", "header.i=", "header.i=@bank.example", "header.s=", "header.b=",
    "policy.x=", "reason=", "reason=x", "bank.example", "@bank.example", "ceo@bank.example",
    "evil.example", "none", "dmarc=pass", "dkim/1=pass", "smtp.mail=", "x", "\"@", "[", "]",
    "mx.a", "dkim", "pass", "header", "d", ":", "'", "%", "\xC3\xBC", "--",
    "; dkim=pass header.d=bank.example", ";dkim=pass(a)header.d=bank.example",
    "; spf=pass smtp.mailfrom=bank.example", ";spf=pass(a)smtp.mailfrom=ceo@bank.example",
    "a) ; dkim=pass header.d=bank.example (b", "a) smtp.mailfrom=bank.example; spf=fail (b",
    "; dkim=pass header.d=bank.example; x=y z.z=", "a@bank.example smtp.rcptto=b",
    "@bank.example header.d=bank.example", "; dkim=pass (", "; dkim=pass x.y=\"",
    " header.d=bank.example header.x=", " ; x=y z.z=\\\"", "a) smtp.mailfrom=bank.example (b",
    " ( ", "\" ", " \"", ") smtp.mailfrom=bank.example policy.x=\""
};
// clang-format on

/// What the server writes; "$" and a letter stand for text of the sender:
///     $n  a name: of the client, its selector, its account
///     $a  an address in evil.example, its local part as the sender wrote it
///     $i  the same, its quotes removed
///     $d  a subdomain of evil.example, without white space
///     $b  the i= of a signature that fails, in bank.example, its quotes removed
///     $q  any text, in quotes as RFC 8601 asks for
///     $e  an address in evil.example, all of it in such quotes
inline constexpr std::string_view server_templates[] = {
    "spf=none smtp.helo=$n",
    "spf=fail smtp.helo=$n smtp.mailfrom=ceo@bank.example",
    "spf=fail smtp.mailfrom=ceo@bank.example smtp.helo=$n; dkim=fail header.d=bank.example",
    "spf=pass smtp.mailfrom=$a smtp.helo=$n; dkim=none",
    "spf=pass smtp.mailfrom=$i smtp.helo=$n; dkim=none",
    "spf=pass smtp.mailfrom=$i; dmarc=none header.from=bank.example",
    "spf=pass smtp.helo=$n smtp.mailfrom=$a; auth=pass smtp.auth=$n",
    "spf=pass smtp.mailfrom=\"\" smtp.helo=evil.example; auth=pass smtp.auth=$n",
    "spf=pass (mx.a: domain of $a designates 192.0.2.1 as permitted sender) smtp.mailfrom=$a",
    "spf=pass (mx.a: domain of $i designates 192.0.2.1 as permitted sender) smtp.mailfrom=$i",
    "spf=pass (SPF authorized) smtp.mailfrom=evil.example (client-ip=192.0.2.1; helo=$n; "
    "envelope-from=$a; receiver=r)",
    "spf=fail (SPF failed) smtp.mailfrom=bank.example (client-ip=192.0.2.1; envelope-from=$b; "
    "helo=$n)",
    "spf=pass (helo=$n; envelope-from=$i) smtp.mailfrom=evil.example; dkim=fail (bad hash) "
    "header.d=bank.example",
    "dkim=pass (2048-bit key) header.d=evil.example header.i=$i header.s=$n header.b=\"Ab/cd\"",
    "dkim=pass (2048-bit key) header.i=$i header.d=evil.example header.b=Ab",
    "dkim=pass header.i=$i header.s=$n header.b=Ab; spf=fail smtp.mailfrom=ceo@bank.example",
    "dkim=fail (bad hash) header.d=bank.example header.i=$b header.s=$n header.b=Ab; dkim=none",
    "dkim=fail (bad hash) header.i=$b header.d=bank.example; spf=pass smtp.mailfrom=$a",
    "dkim=fail header.s=$n header.d=bank.example",
    "dkim=fail reason=$q header.d=bank.example header.i=$b",
    "iprev=pass ($n) smtp.remote-ip=192.0.2.1; spf=fail smtp.mailfrom=ceo@bank.example; dkim=fail "
    "(bad hash) header.d=bank.example header.s=$n",
    "iprev=fail policy.iprev=192.0.2.1 ($n); dkim=fail header.d=bank.example",
    "auth=pass (plain) smtp.auth=$n smtp.mailfrom=$a; spf=fail smtp.mailfrom=$a smtp.helo=$n",
    "spf=pass smtp.mailfrom=$e smtp.helo=$q; dkim=pass header.d=evil.example header.i=$q",
    "dkim=pass header.d=evil.example header.i=$q header.s=$n; dkim=fail header.d=bank.example",
    "dkim=pass header.d=$d header.s=$n",
    "dkim=pass (2048-bit key) header.d=$d header.i=@$d header.b=\"Ab/cd\"; spf=none smtp.helo=$n",
    "spf=pass smtp.mailfrom=$d smtp.helo=$d",
    "spf=pass smtp.mailfrom=\"\" smtp.helo=$d; dkim=none",
    "spf=pass (mx.a: domain of \"$i\" designates 192.0.2.1 as permitted sender) "
    "smtp.mailfrom=\"$i\"; dmarc=pass(p=none) header.from=bank.example",
    "dkim=pass ($n) header.d=evil.example",
    "dkim=pass ($n) header.i=$i; dkim=fail ($n) header.d=bank.example header.i=$b",
    "dkim=fail reason=$n header.d=bank.example",
    "dkim=fail reason=\"$n\" header.d=bank.example; spf=none",
    "spf=fail ($n) smtp.mailfrom=ceo@bank.example smtp.helo=$n (x)",
    "dkim=none header.i=$n; dmarc=none (p=$n) header.from=bank.example; arc=none",
    "x=y z=$n; spf=fail smtp.mailfrom=ceo@bank.example; x=y ($n); dkim=none",
};

class interpolated {
  public:
    explicit interpolated(std::string_view bytes) : bytes_{bytes} {}

    /// A message with results in which the sender has tried what `bytes` say.
    std::string message() {
        std::string mail{"Authentication-Results: mx.a; "};
        std::size_t const count = take() % 3 == 0 ? 2 : 1;
        for (std::size_t i = 0; i < count; ++i) {
            if (i != 0) mail += "; ";
            append(mail, server_templates[take() % std::size(server_templates)]);
        }
        return mail.append("\r\nFrom: ceo@bank.example\r\n\r\n");
    }

  private:
    std::uint8_t take() {
        if (bytes_.empty()) return 0;
        auto const octet = static_cast<std::uint8_t>(bytes_.front());
        bytes_.remove_prefix(1);
        return octet;
    }

    void append(std::string& mail, std::string_view pattern) {
        for (auto at = pattern.find('$'); at != pattern.npos; at = pattern.find('$')) {
            mail.append(pattern.substr(0, at));
            switch (pattern[at + 1]) {
            case 'n': mail += copied(); break;
            case 'a': mail.append(quoted(words())).append("@evil.example"); break;
            case 'i': mail.append(copied()).append("@evil.example"); break;
            case 'd': mail.append(without_space(copied())).append(".evil.example"); break;
            case 'b': mail.append(copied()).append("@bank.example"); break;
            case 'e': mail += quoted(words().append("@evil.example")); break;
            default: mail += quoted(words());
            }
            pattern.remove_prefix(at + 2);
        }
        mail.append(pattern);
    }

    /// A few words of the sender.
    std::string words() {
        std::string text;
        for (auto count = take() % 12; count != 0; --count)
            text.append(sender_words[take() % std::size(sender_words)]);
        return text;
    }

    /// Text that the server copies as it is. If such texts had both white space and semicolons,
    /// they could make up complete results, which cannot be told from those of the server.
    std::string copied() {
        auto text = words();
        if (text.find_first_of(" \t") != text.npos) has_space_ = has_space_ || !has_semicolon_;
        if (text.find(';') != text.npos) has_semicolon_ = has_semicolon_ || !has_space_;
        for (auto& octet : text) {
            if (has_semicolon_ && (octet == ' ' || octet == '\t')) octet = '_';
            if (has_space_ && octet == ';') octet = ',';
        }
        return text;
    }

    static std::string without_space(std::string text) {
        for (auto& octet : text)
            if (octet == ' ' || octet == '\t') octet = '_';
        return text;
    }

    /// Text in a quoted-string, or a local part that needs no quotes.
    static std::string quoted(std::string const& text) {
        bool is_plain = !text.empty();
        for (char const octet : text)
            is_plain = is_plain && ((octet >= 'a' && octet <= 'z') || octet == '=' || octet == '-');
        if (is_plain) return text;
        std::string all{"\""};
        for (char const octet : text) {
            if (octet == '"' || octet == '\\') all += '\\';
            all += octet;
        }
        return all += '"';
    }

    std::string_view bytes_;
    bool has_space_ = false;
    bool has_semicolon_ = false;
};

} // namespace fuzz

#endif
