#include "migc/squash/squash.h"

#include <fmt/format.h>

#include "migc/base/text.h"
#include "squash/fold.h"
#include "squash/piece.h"

namespace migc::squash {
namespace {

const char* WhatStays(const Piece& piece) {
  const auto& node = piece.statement->node;
  if (std::holds_alternative<ast::RawSql>(node)) return "raw SQL";
  if (std::holds_alternative<ast::Require>(node)) return "a check of the database";
  if (std::holds_alternative<ast::Insert>(node) || std::holds_alternative<ast::Update>(node) ||
      std::holds_alternative<ast::Delete>(node)) {
    return "data";
  }
  if (std::holds_alternative<ast::ForDialects>(node)) return "statements of one database";
  return nullptr;
}

// Lines below the first stand as they stood: what is inside a string may not be moved.
void Append(std::string_view text, bool ends_itself, std::string& body) {
  body += "  ";
  body += text;
  if (!ends_itself && !text.ends_with(';')) body += ";";
  body += "\n";
}

void AppendPiece(const Piece& piece, std::string& body) {
  const auto& node = piece.statement->node;
  const bool block = std::holds_alternative<ast::ForDialects>(node) || std::holds_alternative<ast::NoTransaction>(node);
  for (const auto line : base::SplitLines(piece.statement->leading_comment)) body += fmt::format("  -- {}\n", line);
  const bool alone = piece.input->tree->no_transaction && !std::holds_alternative<ast::NoTransaction>(node);
  if (alone) body += "  no transaction {\n";
  if (piece.table && piece.table->changed) {
    Append(piece.table->Text(), block, body);
  } else {
    Append(piece.Source(), block, body);
  }
  if (alone) body += "  }\n";
}

// Why the whole has no way back, when a part has none that can be derived.
std::optional<std::string> Irreversible(std::span<const Input> revisions) {
  for (const Input& revision : revisions) {
    const auto& downgrade = revision.tree->downgrade;
    if (!downgrade) continue;
    const std::string& id = revision.tree->header->id.text;
    if (downgrade->irreversible) return fmt::format("{} had no way back: {}", id, downgrade->irreversible->text);
    return fmt::format("{} had a written downgrade, which does not undo what was squashed with it", id);
  }
  return std::nullopt;
}

}  // namespace

Result Squash(std::span<const Input> revisions, bool fold) {
  std::vector<Piece> pieces;
  for (const Input& revision : revisions) {
    for (const ast::Statement& statement : revision.tree->statements) {
      Piece& piece = pieces.emplace_back();
      piece.input = &revision;
      piece.statement = &statement;
      if (const auto* create = std::get_if<ast::CreateTable>(&statement.node); create != nullptr && !create->items.empty()) {
        piece.table = SplitTable(revision, statement, *create);
      }
    }
  }
  if (fold) Fold(pieces);
  Result result;
  const Input* last = nullptr;
  for (const Piece& piece : pieces) {
    if (piece.gone) continue;
    if (piece.input != last) {
      const ast::Header& header = *piece.input->tree->header;
      std::string title = header.id.text + (header.message ? " " + header.message->text : "");
      for (char& c : title) {
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
      }
      result.body += fmt::format("{}  -- From {}\n\n", last == nullptr ? "" : "\n", title);
      last = piece.input;
    }
    AppendPiece(piece, result.body);
    if (const char* what = WhatStays(piece)) result.kept.push_back({piece.statement->span, what});
  }
  result.irreversible = Irreversible(revisions);
  return result;
}

}  // namespace migc::squash
