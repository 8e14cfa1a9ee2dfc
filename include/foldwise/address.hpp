#ifndef FOLDWISE_ADDRESS_HPP
#define FOLDWISE_ADDRESS_HPP

/// Addresses (RFC 5322 section 3.4): mailboxes, groups, lists of them.

#include <foldwise/address/addr_spec.hpp>
#include <foldwise/address/addr_spec_check.hpp>
#include <foldwise/address/address.hpp>
#include <foldwise/address/address_list.hpp>
#include <foldwise/address/domain_text.hpp>
#include <foldwise/address/fields.hpp>
#include <foldwise/address/mailbox.hpp>
#include <foldwise/address/same_address.hpp>
#include <foldwise/address/smtp_mailbox_check.hpp>

#endif
