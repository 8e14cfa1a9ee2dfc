#ifndef FOLDWISE_TESTS_TOOLS_KEPT_OUTPUT_HPP
#define FOLDWISE_TESTS_TOOLS_KEPT_OUTPUT_HPP

#include "../../tools/output.hpp"

#include <string>

namespace test {

/// An output that keeps what is written. A command's buffer() is `text`.
class kept_output final : public tool::output {
  public:
    kept_output() : output{text} {}
    void flush() override {}
    bool continues() const override { return false; }
    std::string text;

  private:
    void pass_on() override { limit_ += step; }
};

} // namespace test

#endif
