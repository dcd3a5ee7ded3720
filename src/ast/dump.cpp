#include "migc/ast/dump.h"

#include "ast/dump_writer.h"

namespace migc::ast {

namespace {

void WriteHeader(Writer& writer, const Header& header) {
  writer.Line("revision " + Show(header.id) + (header.message ? " " + Show(*header.message) : ""));
  const Writer::Level level(writer);
  if (header.has_revises) writer.Line("revises " + (header.revises_base ? "base" : Show(header.revises)));
  if (!header.depends_on.empty()) writer.Line("depends on " + Show(header.depends_on));
  if (!header.labels.empty()) writer.Line("label " + Show(header.labels));
  if (header.created) writer.Line("created " + Show(*header.created));
}

void WriteSection(Writer& writer, std::string_view word, const std::vector<Statement>& statements) {
  writer.Line(word);
  const Writer::Level level(writer);
  Write(writer, statements);
}

}  // namespace

std::string Dump(const File& file) {
  Writer writer;
  if (file.header) WriteHeader(writer, *file.header);
  if (file.no_transaction) writer.Line("no transaction");
  WriteSection(writer, file.header ? "upgrade" : "model", file.statements);
  if (!file.downgrade) return std::move(writer).Take();
  if (file.downgrade->irreversible) {
    writer.Line("downgrade irreversible " + Show(*file.downgrade->irreversible));
  } else {
    WriteSection(writer, "downgrade", file.downgrade->statements);
  }
  return std::move(writer).Take();
}

}  // namespace migc::ast
