// Needs: what the user who runs a script must be allowed to do, as far as its operations tell.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "migc/catalog/replay.h"

namespace migc::catalog {

struct Needs {
  // New objects, by their schema (empty: the default one); not in schemas that the script makes itself.
  std::set<std::string> creates_in;
  // What gets another name, or goes there, by its schema.
  std::set<std::string> renames_in;
  // The kinds of what is made or, where it is replaced, made again.
  std::set<ObjectKind> creates;
  // What is there before the script, and is changed or dropped: tables, views, sequences and enums.
  std::set<ObjectKey> changes;
  // How the tables among them are changed.
  bool alters = false;
  bool indexes = false;
  bool drops = false;
};

// Reads the script's steps, revision by revision.
class NeedsReader {
 public:
  void Read(const std::vector<Step>& steps);
  Needs Take() && { return std::move(needs_); }

 private:
  void Read(const Change& change, const ir::Operation& operation);
  void ReadTable(const ir::Operation& operation);
  void Create(const ObjectKey& key, const ir::Operation& operation);

  Needs needs_;
  std::set<ObjectKey> made_;  // by the script
};

// Of all the script's steps, by revision.
Needs NeedsOf(const std::vector<std::vector<Step>>& revisions);

}  // namespace migc::catalog
