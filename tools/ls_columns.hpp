#ifndef FOLDWISE_TOOLS_LS_COLUMNS_HPP
#define FOLDWISE_TOOLS_LS_COLUMNS_HPP

#include <algorithm>
#include <cstddef>

namespace tool {

/// The widths of the columns of `ls` on a terminal.
///     label  date              author            subject                           size +
/// The subject gets the columns that the others leave. It must have at least 30, or on a narrow
/// terminal three eighths of the width: the others are narrowed for it, and the date is left out.
class ls_columns {
  public:
    static constexpr std::size_t number = 4; ///< the least columns of the label: "  12"
    static constexpr std::size_t size = 4;   ///< "2.0K"

    struct widths {
        std::size_t date = 0;
        std::size_t from = 0;
        std::size_t subject = 0;
    };

    explicit ls_columns(std::size_t width) : width_{width} {}

    /// The longest name of a message that leaves enough for a day, an author and a subject.
    std::size_t longest_name() const {
        auto const others = after_label + day + around_date + 10 + 2 + least_subject();
        return width_ > others + number ? width_ - others : number;
    }

    /// Makes the column of the labels at least `used` columns wide, for all further messages.
    /// Returns its width.
    std::size_t widen_label(std::size_t used) { return label_ = std::max(label_, used); }

    /// The widths of the columns after a label of `label` columns.
    widths fit(std::size_t label) const {
        auto const taken = label + after_label;
        auto const rest = width_ > taken ? width_ - taken : 0;
        constexpr struct {
            std::size_t date;
            std::size_t from;
        } choices[] = {{day_and_time, 24},
                       {day_and_time, 20},
                       {day_and_time, 16},
                       {day_and_time, 13},
                       {day, 13},
                       {day, 10},
                       {0, 13},
                       {0, 10},
                       {0, 6}};
        for (auto const& choice : choices) {
            auto const date = choice.date == 0 ? 0 : choice.date + around_date;
            auto const others = date + choice.from + 2;
            // An author of more than 16 columns needs a subject that is wider than its minimum.
            auto const wanted = least_subject() + (choice.from > 16 ? choice.from : 0);
            if (rest >= others + wanted) return {choice.date, choice.from, rest - others};
        }
        auto const from = std::min<std::size_t>(rest / 3, 6);
        return {0, from, rest > from + 2 ? rest - from - 2 : 0};
    }

  private:
    static constexpr std::size_t day_and_time = 16;          // "2014-12-15 11:00"
    static constexpr std::size_t day = 10;                   // "2014-12-15"
    static constexpr std::size_t around_date = 2;            // "~" and "?"
    static constexpr std::size_t after_label = 4 + size + 2; // gaps, the size, " +"

    std::size_t least_subject() const { return std::min<std::size_t>(30, width_ * 3 / 8); }

    std::size_t width_;
    std::size_t label_ = number;
};

} // namespace tool

#endif
