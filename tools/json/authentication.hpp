#ifndef FOLDWISE_TOOLS_JSON_AUTHENTICATION_HPP
#define FOLDWISE_TOOLS_JSON_AUTHENTICATION_HPP

#include "../part_text.hpp"
#include "writer.hpp"

#include <foldwise/auth/arc.hpp>
#include <foldwise/auth/authentication_results.hpp>
#include <foldwise/auth/dkim_signature.hpp>
#include <foldwise/auth/received_spf.hpp>
#include <foldwise/message/field_index.hpp>

#include <string_view>

namespace tool {

/// Writes what servers recorded about the authentication of a message, and what was signed, as an
/// object of arrays, each in the order of the fields. Nothing of it is verified.
class authentication_json {
  public:
    explicit authentication_json(json_writer& json) : json_{json} {}

    void add(foldwise::field_index const& fields) {
        json_.open('{').key("results").open('[');
        for (auto const field : fields.find_all("Authentication-Results"))
            add_results(foldwise::authentication_results{field});
        json_.close(']').key("received_spf").open('[');
        for (auto const field : fields.find_all("Received-SPF"))
            add_spf(foldwise::received_spf{field});
        json_.close(']').key("signatures").open('[');
        for (auto const field : fields.find_all("DKIM-Signature")) {
            json_.open('{');
            add_signature(foldwise::dkim_signature{field});
            json_.close('}');
        }
        json_.close(']').key("arc_results").open('[');
        for (auto const field : fields.find_all("ARC-Authentication-Results")) {
            foldwise::arc_authentication_results const set{field};
            add_results(set.results(), &set);
        }
        json_.close(']').key("arc_seals").open('[');
        for (auto const field : fields.find_all("ARC-Seal")) add_seal(foldwise::arc_seal{field});
        json_.close(']').close('}');
    }

  private:
    /// Adds one field of results, with its instance if it belongs to an ARC set.
    void add_results(foldwise::authentication_results const& field,
                     foldwise::arc_authentication_results const* set = nullptr) {
        json_.open('{');
        if (set != nullptr) json_.key("instance").value_or_null(set->instance());
        json_.key("authserv_id");
        if (auto const id = field.authserv_id())
            json_.value(id->to_string());
        else
            json_.null();
        json_.key("results").open('[');
        for (auto const each : field)
            if (each) add_result(*each);
        json_.close(']').close('}');
    }

    void add_result(foldwise::resinfo const& result) {
        json_.open('{').key("method").value(lower(result.method()));
        json_.key("result").value(lower(result.result())).key("reason");
        if (auto const reason = result.reason())
            json_.value(reason->text().to_string());
        else
            json_.null();
        json_.key("properties").open('[');
        for (auto const each : result.properties()) {
            if (!each) continue;
            json_.open('{').key("type").value(lower(each->ptype()));
            json_.key("property").value(lower(each->property()));
            json_.key("value").value(each->value().text().to_string()).close('}');
        }
        json_.close(']').close('}');
    }

    void add_spf(foldwise::received_spf const& field) {
        constexpr std::string_view names[] = {"none",     "neutral",   "pass",     "fail",
                                              "softfail", "temperror", "permerror"};
        json_.open('{').key("result");
        if (auto const result = field.result())
            json_.value(names[static_cast<std::size_t>(*result)]);
        else
            json_.null();
        json_.key("pairs").open('[');
        for (auto const each : field) {
            if (!each) continue;
            json_.open('{').key("key").value(lower(each->key()));
            json_.key("value").value(each->value().text().to_string()).close('}');
        }
        json_.close(']').close('}');
    }

    void add_seal(foldwise::arc_seal const& seal) {
        constexpr std::string_view names[] = {"none", "fail", "pass"};
        json_.open('{');
        json_.key("instance").value_or_null(seal.instance());
        json_.key("chain_status");
        if (auto const status = seal.chain_status())
            json_.value(names[static_cast<std::size_t>(*status)]);
        else
            json_.null();
        add_signature(seal);
        json_.close('}');
    }

    template <class Signature>
    void add_signature(Signature const& signature) {
        json_.key("domain").value_or_null(signature.domain());
        json_.key("selector").value_or_null(signature.selector());
        json_.key("algorithm");
        if (auto const algorithm = signature.algorithm())
            json_.value(lower(algorithm->key).append("-").append(lower(algorithm->hash)));
        else
            json_.null();
    }
    json_writer& json_;
};

} // namespace tool

#endif
