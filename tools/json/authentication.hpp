#ifndef FOLDWISE_TOOLS_JSON_AUTHENTICATION_HPP
#define FOLDWISE_TOOLS_JSON_AUTHENTICATION_HPP

#include "../auth_text.hpp"
#include "../auth_trust.hpp"
#include "texts.hpp"
#include "writer.hpp"

#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/dkim/arc.hpp>
#include <foldwise/dkim/arc_chain.hpp>
#include <foldwise/dkim/dkim_signature.hpp>
#include <foldwise/dkim/signed_fields.hpp>
#include <foldwise/dmarc/alignment.hpp>
#include <foldwise/message/field_index.hpp>
#include <foldwise/message/message.hpp>
#include <foldwise/mime/entity.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tool {

/// Writes what servers recorded about the authentication of a message, and what was signed, as an
/// object of arrays, each in the order of the fields; and, if the user trusts a server, what aligns
/// with From. Nothing of it is verified.
class authentication_json {
  public:
    authentication_json(json_writer& json, auth_trust const& trust) : json_{json}, trust_{trust} {}

    /// Adds the object. `start` is the offset of the message in its file.
    void add(foldwise::message const& message, foldwise::field_index const& fields,
             std::uint64_t start) {
        message_ = message;
        signatures_ = 0;
        json_.open('{').key("results").open('[');
        for (auto const field : fields.find_all("Authentication-Results"))
            add_results(foldwise::authentication_results{field});
        json_.close(']').key("received_spf").open('[');
        for (auto const field : fields.find_all("Received-SPF"))
            add_spf(foldwise::received_spf{field});
        json_.close(']').key("signatures").open('[');
        for (auto const field : fields.find_all("DKIM-Signature")) {
            foldwise::dkim_signature const signature{field};
            json_.open('{');
            add_signer(signature);
            json_.key("identity");
            if (auto const identity = signature.identity())
                json_.value_by([&](auto const& put) {
                    for (auto const piece : identity->local_part.pieces()) put(piece);
                    put("@");
                    put(identity->domain);
                });
            else
                json_.null();
            add_coverage(signature);
            json_.close('}');
        }
        json_.close(']').key("arc_results").open('[');
        for (auto const field : fields.find_all("ARC-Authentication-Results")) {
            foldwise::arc_authentication_results const set{field};
            add_results(set.results(), &set);
        }
        json_.close(']').key("arc_signatures").open('[');
        for (auto const field : fields.find_all("ARC-Message-Signature")) {
            foldwise::arc_message_signature const signature{field};
            json_.open('{').key("instance").value_or_null(signature.instance());
            add_signer(signature);
            add_coverage(signature);
            json_.close('}');
        }
        json_.close(']').key("arc_seals").open('[');
        for (auto const field : fields.find_all("ARC-Seal")) add_seal(foldwise::arc_seal{field});
        json_.close(']');
        add_chain();
        if (trust_.is_given()) add_alignment(start);
        json_.close('}');
    }

  private:
    /// Adds one field of results, with its instance if it belongs to an ARC set.
    void add_results(foldwise::authentication_results const& field,
                     foldwise::arc_authentication_results const* set = nullptr) {
        json_.open('{');
        if (set != nullptr) json_.key("instance").value_or_null(set->instance());
        json_.key("authserv_id");
        if (auto const id = field.authserv_id())
            json_.value_in_pieces(*id);
        else
            json_.null();
        json_.key("results").open('[');
        for (auto const each : field)
            if (each) add_result(*each);
        json_.close(']').close('}');
    }

    void add_result(foldwise::resinfo const& result) {
        write_lower(json_.open('{').key("method"), result.method());
        write_lower(json_.key("result"), result.result());
        json_.key("reason");
        if (auto const reason = result.reason())
            json_.value_in_pieces(reason->text());
        else
            json_.null();
        json_.key("comments").open('[');
        for (auto const comment : result.comments()) json_.value_in_pieces(comment.text());
        json_.close(']').key("properties").open('[');
        for (auto const each : result.properties()) {
            if (!each) continue;
            write_lower(json_.open('{').key("type"), each->ptype());
            write_lower(json_.key("property"), each->property());
            json_.key("value").value_in_pieces(each->value().text()).close('}');
        }
        json_.close(']').close('}');
    }

    void add_spf(foldwise::received_spf const& field) {
        json_.open('{').key("result");
        if (auto const result = field.result())
            json_.value(spf_result_names[static_cast<std::size_t>(*result)]);
        else
            json_.null();
        json_.key("comment");
        if (auto const comment = field.comment())
            json_.value_in_pieces(comment->text());
        else
            json_.null();
        json_.key("pairs").open('[');
        for (auto const each : field) {
            if (!each) continue;
            write_lower(json_.open('{').key("key"), each->key());
            json_.key("value").value_in_pieces(each->value().text()).close('}');
        }
        json_.close(']').close('}');
    }

    /// Adds the sets that the ARC fields of the header section form.
    void add_chain() {
        foldwise::arc_chain const chain{foldwise::entity{message_}.header()};
        json_.key("arc_chain").open('{').key("recorded_status");
        add_status(chain.recorded_status());
        json_.key("can_pass").boolean(chain.can_pass());
        json_.key("sets").open('[');
        for (auto const& set : chain) {
            json_.open('{').key("instance").value(set.instance());
            json_.key("complete").boolean(set.is_complete());
            json_.key("duplicate").boolean(set.has_duplicate());
            json_.key("has").open('[');
            if (set.seal()) json_.value("seal");
            if (set.message_signature()) json_.value("signature");
            if (set.authentication_results()) json_.value("results");
            json_.close(']').close('}');
        }
        json_.close(']').close('}');
    }

    void add_status(foldwise::result<foldwise::arc_chain_status> const& status) {
        constexpr std::string_view names[] = {"none", "fail", "pass"};
        if (status)
            json_.value(names[static_cast<std::size_t>(*status)]);
        else
            json_.null();
    }

    void add_alignment(std::uint64_t start) {
        foldwise::alignment const alignment{message_, trust_.alignment_options()};
        json_.key("alignment").open('{').key("aligned").boolean(alignment.is_aligned());
        json_.key("spf").boolean(alignment.is_spf_aligned());
        json_.key("dkim").boolean(alignment.is_dkim_aligned());
        json_.key("author_domain");
        add_domain(alignment.author().name());
        json_.key("public_suffixes");
        if (trust_.list_name().empty())
            json_.null();
        else
            json_.value(trust_.list_name());
        json_.key("steps").open('[');
        for (auto const step : alignment.steps()) {
            json_.open('{').key("finding").value(name_of(step.finding()));
            json_.key("aligned").boolean(step.is_aligned());
            json_.key("field");
            if (auto const field = step.field()) {
                json_.open('{').key("offset").value(start + message_.offset_of(field->raw()));
                json_.key("length").value(field->raw().size()).close('}');
            } else {
                json_.null();
            }
            json_.key("method");
            if (auto const result = step.result())
                write_lower(json_, result->method());
            else
                json_.null();
            json_.key("domain");
            add_domain(step.domain());
            json_.key("rfc").value(rfc_of(step.finding()));
            json_.key("text").value(text_of(step.finding())).close('}');
        }
        json_.close(']').close('}');
    }

    void add_domain(foldwise::optional<foldwise::domain_name> const& name) {
        if (name)
            json_.value(name->text());
        else
            json_.null();
    }

    void add_seal(foldwise::arc_seal const& seal) {
        json_.open('{');
        json_.key("instance").value_or_null(seal.instance());
        json_.key("chain_status");
        add_status(seal.chain_status());
        add_signer(seal);
        json_.close('}');
    }

    template <class Signature>
    void add_signer(Signature const& signature) {
        json_.key("domain").value_or_null(signature.domain());
        json_.key("selector").value_or_null(signature.selector());
        json_.key("algorithm");
        if (auto const algorithm = signature.algorithm())
            json_.value_by([&](auto const& put) {
                put_lower(algorithm->key_type, put);
                put("-");
                put_lower(algorithm->hash, put);
            });
        else
            json_.null();
        json_.key("timestamp");
        add_number(signature.timestamp());
    }

    /// Adds what a signature covers, as far as its own tags say.
    template <class Signature>
    void add_coverage(Signature const& signature) {
        json_.key("expiration");
        add_number(signature.expiration());
        json_.key("canonicalization");
        if (auto const c = signature.canonicalization())
            json_.value_by([&](auto const& put) {
                put(c->header);
                put("/");
                put(c->body);
            });
        else
            json_.null();
        json_.key("body_length");
        add_number(signature.body_length());
        json_.key("header_names").open('[');
        for (auto const name : signature.header_names())
            if (name) json_.value(*name);
        json_.close(']').key("unsigned");
        if (++signatures_ > most_signatures_)
            json_.null();
        else
            add_unsigned(foldwise::signed_fields{signature, message_});
    }

    /// Adds the fields that the signature does not cover, although mail programs show or follow
    /// them.
    void add_unsigned(foldwise::signed_fields const& fields) {
        json_.open('[');
        for (auto const& each : fields.shown()) {
            if (each.unsigned_count() == 0) continue;
            json_.open('{').key("name").value(each.name());
            json_.key("fields").value(each.count());
            json_.key("signed").value(each.signed_count()).close('}');
        }
        json_.close(']');
    }

    template <class Number>
    void add_number(foldwise::result<foldwise::optional<Number>> const& found) {
        if (found)
            json_.value_or_null(*found);
        else
            json_.null();
    }

    // Further signatures are not compared with the header section: that would take quadratic time.
    static constexpr std::size_t most_signatures_ = 100;

    json_writer& json_;
    auth_trust const& trust_;
    foldwise::message message_;
    std::size_t signatures_ = 0;
};

} // namespace tool

#endif
