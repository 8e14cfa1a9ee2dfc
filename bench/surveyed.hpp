#ifndef FOLDWISE_BENCH_SURVEYED_HPP
#define FOLDWISE_BENCH_SURVEYED_HPP

// Values in the forms that survey.py found in mail, as often as it found them, and what a reader
// must find in each. A value starts directly after the colon and has a line feed at each fold.

#include "encode.hpp"
#include "mail_text.hpp"
#include "random.hpp"
#include "survey.hpp"
#include "tally.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace bench {

/// A form, each as often as it was counted.
template <std::size_t Count>
std::string_view drawn(random_source& random, survey::form const (&forms)[Count]) {
    std::size_t all = 0;
    for (auto const& form : forms) all += form.count;
    auto left = random.below(all);
    for (auto const& form : forms) {
        if (left < form.count) return form.words;
        left -= form.count;
    }
    return {};
}

/// The words of a form, from first to last.
template <class Use>
void for_each_word(std::string_view form, Use use) {
    while (!form.empty()) {
        auto const size = form.find(' ') < form.size() ? form.find(' ') : form.size();
        use(form.substr(0, size));
        form.remove_prefix(size < form.size() ? size + 1 : size);
    }
}

/// A date that the form can be written with: a day of one digit, or the zone +0000.
inline dated_text surveyed_date(random_source& random) {
    auto const form = drawn(random, survey::dates);
    bool const is_short = form.starts_with("Www, 9 ");
    bool const is_gmt = form.ends_with("GMT");
    auto sent = dated(random);
    while ((is_short && sent.text[5] != '0') || (is_gmt && !sent.text.ends_with("+0000")))
        sent = dated(random);
    if (is_short) sent.text.erase(5, 1);
    if (is_gmt) sent.text.replace(sent.text.size() - 5, 5, std::string{"GMT"});
    if (form.ends_with("(ZZZ)")) sent.text.append(" (CET)");
    return sent;
}

/// Writes the clauses of a Received value, folded after at most 72 octets where that is possible.
class received_writer {
  public:
    /// The value, and in `octets` the lengths of from, by and for (of `<a@b>`, the address).
    decoded_size write(random_source& random, std::string_view form, std::string_view date) {
        for_each_word(form, [&](std::string_view word) {
            if (word != "(zone)") add(clause(random, word));
        });
        text_.append(";");
        add(std::string{date});
        if (form.ends_with("(zone)")) add("(CET)");
        return {std::move(text_), octets_};
    }

  private:
    void add(std::string const& clause) {
        bool const fits = text_.size() - line_ + clause.size() < 72;
        if (!fits) line_ = text_.size();
        text_.append(fits ? " " : "\n\t").append(clause);
    }
    std::string named(std::string_view word, std::string const& value) {
        octets_ += value.size();
        return joined({word, " ", value});
    }
    std::string clause(random_source& random, std::string_view word) {
        if (word == "from" || word == "by") return named(word, host(random));
        if (word == "for") {
            auto const to = address(random);
            octets_ += to.size();
            return joined({"for <", to, ">"});
        }
        if (word == "via") return "via listexpand";
        if (word == "with") return "with ESMTPS";
        if (word == "id") return "id " + base64(random, 11);
        if (word == "(host[ip])")
            return joined({"(", host(random), " [", ip_address(random), "])"});
        if (word == "([ip])") return joined({"([", ip_address(random), "])"});
        if (word == "(tls)")
            return "(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))";
        if (word == "(certificate)") return "(No client certificate requested)";
        if (word == "(address)") return joined({"(ORCPT <rfc822;", address(random), ">)"});
        if (word == "(sender)") return joined({"(envelope-from <", address(random), ">)"});
        return "(Postfix)";
    }

    std::string text_;
    std::size_t line_ = 0;
    std::size_t octets_ = 0;
};

inline std::string result_property(random_source& random, std::string_view method,
                                   std::size_t number) {
    if (method == "dkim" && number == 1) return "header.i=@" + host(random);
    if (method == "dkim" && number == 2) return joined({"header.b=\"", base64(random, 8), "\""});
    if (method == "spf" || method == "auth") return "smtp.mailfrom=" + address(random);
    if (method == "arc") return "smtp.client-ip=" + ip_address(random);
    return (method == "dkim" ? "header.d=" : "header.from=") + host(random);
}

/// An Authentication-Results value. Adds its methods to `put`, and the lengths of their names and
/// results.
inline std::string surveyed_results(random_source& random, tally& put) {
    std::string value = " " + host(random);
    for (auto left = drawn(random, survey::result_counts)[0]; left != '0'; --left) {
        static constexpr std::string_view results[] = {"pass", "none", "fail"};
        auto const form = drawn(random, survey::results);
        auto const result = random.one_of(results);
        auto const method = form.substr(0, form.find(' '));
        put += {1, method.size() + result.size()};
        value.append(";\n\t").append(method).append("=").append(result);
        std::size_t properties = 0;
        for_each_word(form, [&](std::string_view word) {
            if (word == "(comment)")
                value.append(method == "dkim" ? " (2048-bit key)" : " (p=none dis=none)");
            else if (word == "property")
                value.append(" ").append(result_property(random, method, properties++));
        });
    }
    return value;
}

/// A Subject, and how many octets it has when it is unfolded, trimmed and decoded.
inline decoded_size surveyed_subject(random_source& random) {
    decoded_size subject{"", 0};
    for_each_word(drawn(random, survey::subjects), [&](std::string_view word) {
        if (word == "fold") {
            subject.text.append("\n");
            ++subject.octets; // the blank after it
            return;
        }
        auto const text = word == "text" ? words(random, 40) : utf8_words(random, 30);
        subject.octets += text.size();
        subject.text.append(" ").append(word == "B"   ? to_b_word("utf-8", text)
                                        : word == "Q" ? to_q_word("utf-8", text)
                                                      : text);
    });
    return subject;
}

/// A Content-Type value, and in `octets` the lengths of its type, subtype, charset and boundary.
inline decoded_size surveyed_content_type(random_source& random) {
    static constexpr std::pair<std::string_view, std::string_view> parameters[] = {
        {"charset", "utf-8"},        {"format", "flowed"},           {"micalg", "pgp-sha512"},
        {"smime-type", "enveloped"}, {"report-type", "disposition"}, {"name", "smime.p7m"},
    };
    auto form = drawn(random, survey::content_types);
    bool const is_folded = form.ends_with(" fold");
    if (is_folded) form.remove_suffix(std::string_view{" fold"}.size());
    decoded_size value{"", 0};
    for_each_word(form, [&](std::string_view word) {
        if (word.ends_with(';')) word.remove_suffix(1);
        if (value.text.empty()) {
            std::string_view const subtype = word == "text"          ? "plain"
                                             : word == "message"     ? "rfc822"
                                             : word == "application" ? "pkcs7-mime"
                                                                     : "mixed";
            value.text = joined({" ", word, "/", subtype});
            value.octets = word.size() + subtype.size();
            return;
        }
        std::string_view const quote = word.ends_with('"') ? "\"" : "";
        word.remove_suffix(quote.size());
        auto text = word == "boundary" ? "----=_Part_" + base64(random, 16)
                                       : std::string{"application/pgp-signature"};
        if (word == "boundary" && quote.empty())
            text = "Apple-Mail-" + std::to_string(random.between(100000, 999999));
        for (auto const& [name, usual] : parameters)
            if (name == word) text = std::string{usual};
        if (word == "charset" || word == "boundary") value.octets += text.size();
        value.text.append(joined({is_folded ? ";\n\t" : "; ", word, "=", quote, text, quote}));
    });
    return value;
}

} // namespace bench

#endif
