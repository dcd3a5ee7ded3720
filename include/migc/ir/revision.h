// Revision: the meaning of one `.mig` file for one dialect.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "migc/ir/operation.h"

namespace migc::ir {

struct Header {
  Identifier id;
  std::string message;
  std::vector<Identifier> parents;  // empty: base
  std::vector<Identifier> depends_on;
  std::vector<Identifier> labels;
  std::string created;  // as written, or empty
  source::FileId file;
  Origin origin;
  friend bool operator==(const Header&, const Header&) = default;
};

struct DerivedDowngrade {
  friend bool operator==(const DerivedDowngrade&, const DerivedDowngrade&) = default;
};
struct IrreversibleDowngrade {
  std::string why;
  Origin origin;
  friend bool operator==(const IrreversibleDowngrade&, const IrreversibleDowngrade&) = default;
};
struct WrittenDowngrade {
  std::vector<Operation> operations;
  Origin origin;
  friend bool operator==(const WrittenDowngrade&, const WrittenDowngrade&) = default;
};

struct Revision {
  Header header;
  bool no_transaction = false;
  std::vector<Operation> upgrade;
  std::variant<DerivedDowngrade, IrreversibleDowngrade, WrittenDowngrade> downgrade;
  friend bool operator==(const Revision&, const Revision&) = default;
};

}  // namespace migc::ir
