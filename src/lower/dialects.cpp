#include "lower/dialects.h"

#include <algorithm>
#include <map>

#include "migc/base/text.h"

namespace migc::lower {
namespace {

bool IsKnown(const Context& context, const ast::Ident& ident) {
  const std::vector<std::string>& known = context.options.known_dialects;
  return std::find(known.begin(), known.end(), base::LowerAscii(ident.text)) != known.end();
}

// All names are those of dialects; a misspelt one has been reported, and what it was meant to choose is anybody's guess.
bool AreKnown(const Context& context, const Alternatives& alternatives) {
  const auto names_known = [&](const Alternative& alternative) {
    return std::all_of(alternative.dialects->begin(), alternative.dialects->end(),
                       [&](const ast::Ident& ident) { return IsKnown(context, ident); });
  };
  return std::all_of(alternatives.begin(), alternatives.end(), names_known);
}

}  // namespace

Alternatives AlternativesOf(const std::vector<ast::DialectText>& texts) {
  Alternatives out;
  for (const ast::DialectText& text : texts) out.push_back({&text.dialects, text.span});
  return out;
}

Alternatives AlternativesOf(const std::vector<ast::WithOption>& options) {
  Alternatives out;
  for (const ast::WithOption& option : options) out.push_back({&option.dialects, option.text.span});
  return out;
}

std::optional<std::size_t> Nearness(const Lineage& lineage, const std::vector<ast::Ident>& dialects) {
  for (std::size_t i = 0; i < lineage.size(); ++i) {
    const auto names_it = [&](const ast::Ident& ident) { return base::LowerAscii(ident.text) == lineage[i]; };
    if (std::any_of(dialects.begin(), dialects.end(), names_it)) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Choose(const Lineage& lineage, const Alternatives& alternatives) {
  std::optional<std::size_t> best;
  std::size_t best_nearness = lineage.size();
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const std::size_t nearness = Nearness(lineage, *alternatives[i].dialects).value_or(lineage.size());
    const bool otherwise = alternatives[i].dialects->empty() && !best;
    if (otherwise || nearness < best_nearness) {
      best = i;
      best_nearness = nearness;
    }
  }
  return best;
}

void CheckDialects(Context& context, const Alternatives& alternatives) {
  std::map<std::string, source::Span> seen;
  const auto once = [&](const std::string& key, const std::string& what, source::Span place) {
    const auto [first, fresh] = seen.emplace(key, place);
    if (fresh) return;
    context.Report(diag::Make(diag::Kind::kRepeatedDialect, place, what)
                       .WithNote(first->second, "the first one is here")
                       .WithHelp("leave one of them out, or make one text of both"));
  };
  for (const Alternative& alternative : alternatives) {
    if (alternative.dialects->empty()) once("", "`else`", alternative.place);
    for (const ast::Ident& ident : *alternative.dialects) {
      const std::string name = base::LowerAscii(ident.text);
      once(name, "dialect \"" + name + "\"", ident.span);
      if (IsKnown(context, ident)) continue;
      context.Report(diag::Make(diag::Kind::kNoSuchDialect, ident.span, ident.text)
                         .WithHelp(DidYouMean(name, context.options.known_dialects, "`migc dialects` lists those that there are")));
    }
  }
}

void WarnUnreached(Context& context, const Alternatives& alternatives, source::Span statement) {
  if (context.reaching.empty() || !AreKnown(context, alternatives)) return;
  context.Report(diag::Make(diag::Kind::kNoConfiguredDialect, statement)
                     .WithHelp("add one of them, write `else`, or leave the statement out"));
}

void WarnIfUnreached(Context& context, const Alternatives& alternatives, source::Span statement) {
  const auto gets_one = [&](const Lineage& lineage) { return Choose(lineage, alternatives).has_value(); };
  if (std::none_of(context.reaching.begin(), context.reaching.end(), gets_one)) WarnUnreached(context, alternatives, statement);
}

std::string ListDialects(const Alternatives& alternatives) {
  std::vector<std::string> names;
  for (const Alternative& alternative : alternatives) {
    for (const ast::Ident& ident : *alternative.dialects) names.push_back(ident.text);
  }
  if (names.size() < 2) return base::Join(names, "");
  const std::string last = names.back();
  names.pop_back();
  return base::Join(names, ", ") + " and " + last;
}

}  // namespace migc::lower
