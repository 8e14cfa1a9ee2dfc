#ifndef FOLDWISE_TOOLS_PAGE_AUTH_JSON_HPP
#define FOLDWISE_TOOLS_PAGE_AUTH_JSON_HPP

#include "../auth_facts.hpp"
#include "../json/writer.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// Writes what `foldwise auth` shows about one message as an object. All values are texts for
/// people; a text that is empty is written as "". Fields with results beyond a limit, and results
/// beyond a limit in one field, are only counted.
class auth_json {
  public:
    static constexpr std::size_t most = 100;

    explicit auth_json(json_writer& json) : json_{json} {}

    void add(auth_facts const& facts) {
        json_.open('{').key("from").value(facts.from);
        json_.key("boundary").value(facts.boundary).key("verdict").value(facts.verdict);
        json_.key("aligned");
        add_answer(facts.alignment);
        json_.key("source_count").value(facts.sources.size()).key("sources").open('[');
        for (auto const& each : first(facts.sources)) add(each);
        json_.close(']').key("arc").open('[');
        for (auto const& each : facts.arc) add(each);
        json_.close(']').key("arc_problems");
        add_texts(facts.arc_problems);
        json_.key("signatures").open('[');
        for (auto const& each : facts.signatures) add(each);
        json_.close(']').key("more_signatures").value(facts.more_signatures).close('}');
    }

  private:
    template <class T>
    static std::span<T const> first(std::vector<T> const& all) {
        return std::span{all}.first(std::min(all.size(), most));
    }

    void add(auth_source const& source) {
        json_.open('{').key("by").value(source.by);
        json_.key("is_spf_field").boolean(source.is_spf_field).key("trusted");
        add_answer(source.trusted);
        json_.key("why").value(source.why);
        add_checks(source.checks);
        json_.close('}');
    }

    void add(arc_set_facts const& set) {
        json_.open('{').key("instance").value(set.instance).key("by").value(set.by);
        json_.key("sealer").value(set.sealer).key("chain_status").value(set.chain_status);
        json_.key("problem").value(set.problem);
        add_checks(set.checks);
        json_.close('}');
    }

    void add(signature_facts const& signature) {
        json_.open('{').key("kind").value(signature.kind);
        json_.key("domain").value(signature.domain).key("selector").value(signature.selector);
        json_.key("algorithm").value(signature.algorithm);
        json_.key("canonicalization").value(signature.canonicalization);
        json_.key("recorded").value(signature.recorded);
        json_.key("recorded_by").value(signature.recorded_by);
        json_.key("covers").value(signature.covers()).key("absent");
        add_texts(signature.absent);
        json_.key("unsigned").open('[');
        for (auto const& each : signature.unsigned_shown) json_.value(each.text());
        json_.close(']').key("problems");
        add_texts(signature.problems);
        json_.close('}');
    }

    void add_checks(std::vector<auth_check> const& checks) {
        json_.key("check_count").value(checks.size()).key("checks").open('[');
        for (auto const& check : first(checks)) {
            json_.open('{').key("method").value(check.method).key("result").value(check.result);
            json_.key("domain").value(check.domain).key("aligned");
            add_answer(check.alignment);
            json_.key("text").value(check.text()).close('}');
        }
        json_.close(']');
    }

    void add_texts(std::vector<std::string> const& texts) {
        json_.open('[');
        for (auto const& each : texts) json_.value(std::string_view{each});
        json_.close(']');
    }

    void add_answer(answer value) {
        if (value == answer::unknown)
            json_.null();
        else
            json_.boolean(value == answer::yes);
    }

    json_writer& json_;
};

} // namespace tool

#endif
