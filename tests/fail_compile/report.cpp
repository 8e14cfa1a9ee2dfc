#include <foldwise/report/report.hpp>

#include <string>

std::string text();

void reports_borrow(std::string const& owned) {
    auto const status = foldwise::delivery_status{owned};
    auto const value = foldwise::read_typed_value(owned);
    auto const code = foldwise::read_status_code(text()); // keeps nothing
#if MUST_NOT_COMPILE == 1
    auto const temporary = foldwise::delivery_status{text()};
#elif MUST_NOT_COMPILE == 2
    auto const temporary = foldwise::field_groups{text()};
#elif MUST_NOT_COMPILE == 3
    auto const temporary = foldwise::disposition_notification{text()};
#elif MUST_NOT_COMPILE == 4
    auto const temporary = foldwise::feedback_report{text()};
#elif MUST_NOT_COMPILE == 5
    auto const temporary = foldwise::auth_failure_report{text()};
#elif MUST_NOT_COMPILE == 6
    auto const temporary = foldwise::read_typed_value(text());
#elif MUST_NOT_COMPILE == 7
    auto const temporary = foldwise::read_recipient_address(text());
#elif MUST_NOT_COMPILE == 8
    auto const temporary = foldwise::read_mdn_disposition(text());
#elif MUST_NOT_COMPILE == 9
    auto const temporary = foldwise::unitext{text()};
#endif
}
