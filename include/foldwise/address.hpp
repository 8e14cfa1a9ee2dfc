#ifndef FOLDWISE_ADDRESS_HPP
#define FOLDWISE_ADDRESS_HPP

/// Addresses (RFC 5322 section 3.4). An `address_list` reads a field such as From or To: a range of
/// mailboxes and groups. A `mailbox` has an `addr_spec`, which is the address that mail is sent to,
/// and text for people. An element that is not an address is a diagnostic; `unread_address` has its
/// text for people. `check_addr_spec` and `check_smtp_mailbox` check whether a text is an
/// address by the strict grammar of the RFCs. `same_address` and `address_hash` serve containers of
/// addresses.
///
///     "Foe, A." <a.foe@sample.net> (at home), Sales: b@c, d@e;
///
///     |------------------------------------------------------|   address_list
///     |------------------------------------|                     mailbox
///     |-------|                                                  display_name()
///                |--------------|                                addr_spec()
///                |---|                                           local_part()
///                      |--------|                                domain()
///                                             |--------------|   group
///                                                    |------|    members()

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/addr_spec_check.hpp>
#include <foldwise/address/address.hpp>
#include <foldwise/address/address_list.hpp>
#include <foldwise/address/domain_text.hpp>
#include <foldwise/address/fields.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/address/same_address.hpp>
#include <foldwise/address/smtp_mailbox_check.hpp>
#include <foldwise/address/unread_address.hpp>

#endif
