#include "migc/lower/lower.h"

#include "lower/context.h"
#include "lower/statements.h"
#include "lower/text.h"

namespace migc::lower {
namespace {

Context Begin(const Options& options, diag::Sink& sink) {
  CHECK(!options.lineage.empty());
  return {.options = options, .sink = sink, .reaching = options.configured};
}

void LowerDowngrade(Context& context, const ast::File& file, ir::Revision& revision) {
  if (!file.downgrade) return;
  const ast::Downgrade& written = *file.downgrade;
  if (written.irreversible) {
    revision.downgrade = ir::IrreversibleDowngrade{LowerString(context, *written.irreversible), written.span};
  } else {
    revision.downgrade = ir::WrittenDowngrade{LowerStatements(context, written.statements), written.span};
  }
}

}  // namespace

std::optional<ir::Revision> LowerRevision(const ast::File& file, const Options& options, diag::Sink& sink) {
  const std::size_t before = sink.errors();
  std::optional<ir::Header> header = LowerHeader(file, sink);
  Context context = Begin(options, sink);
  context.no_transaction = file.no_transaction;
  ir::Revision revision;
  revision.no_transaction = file.no_transaction;
  revision.upgrade = LowerStatements(context, file.statements);
  LowerDowngrade(context, file, revision);
  if (sink.errors() != before || !header) return std::nullopt;
  revision.header = std::move(*header);
  return revision;
}

std::optional<std::vector<ir::Operation>> LowerModel(const ast::File& file, const Options& options, diag::Sink& sink) {
  const std::size_t before = sink.errors();
  Context context = Begin(options, sink);
  context.in_model = true;
  std::vector<ir::Operation> operations = LowerStatements(context, file.statements);
  if (sink.errors() != before) return std::nullopt;
  return operations;
}

}  // namespace migc::lower
