#include "lower/sequences.h"

#include <charconv>
#include <map>
#include <string>

namespace migc::lower {
namespace {

class OptionReader {
 public:
  OptionReader(Context& context, SequenceUse use) : context_(context), use_(use) {}

  void Read(const ast::Option& option) {
    CheckOnce(option);
    if (option.key == "start") {
      out_.start = Number(option);
    } else if (option.key == "increment") {
      out_.increment = Number(option);
      if (out_.increment == 0) Refuse(option, "it counts in steps of at least one, up or down");
    } else if (option.key == "min value") {
      out_.min_value = Number(option);
    } else if (option.key == "max value") {
      out_.max_value = Number(option);
    } else if (option.key == "no min value") {
      out_.no_min_value = true;
    } else if (option.key == "no max value") {
      out_.no_max_value = true;
    } else if (option.key == "cache") {
      out_.cache = Number(option);
      if (out_.cache && *out_.cache < 1) Refuse(option, "at least one value is made at a time");
    } else if (option.key == "no cache") {
      out_.cache = 1;  // one value at a time
    } else if (option.key == "cycle" || option.key == "no cycle") {
      out_.cycle = option.key == "cycle";
    } else if (option.key == "restart" && use_ == SequenceUse::kChange) {
      out_.restart = Number(option);
    } else {
      Unknown(option);
    }
  }

  ir::SequenceOptions Finish() {
    if (out_.min_value && out_.max_value && *out_.min_value >= *out_.max_value) {
      Contradict("max value", "min value");
    } else if (out_.start && out_.min_value && *out_.start < *out_.min_value) {
      Contradict("start", "min value");
    } else if (out_.start && out_.max_value && *out_.start > *out_.max_value) {
      Contradict("start", "max value");
    }
    return out_;
  }

 private:
  void CheckOnce(const ast::Option& option) {
    // `no cycle` is about the same thing as `cycle`.
    const std::string key = option.key.starts_with("no ") ? option.key.substr(3) : option.key;
    const auto [first, fresh] = places_.emplace(key, option.span);
    if (fresh) return;
    context_.Report(diag::Make(diag::Kind::kRepeatedAttribute, option.span, "`" + key + "`")
                        .WithNote(first->second, "the first one is here")
                        .WithHelp("leave one of them out"));
  }

  std::optional<std::int64_t> Number(const ast::Option& option) {
    std::string_view text = option.value;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) return value;
    Refuse(option, text.empty() ? "it needs a number" : "a number of 64 bits is wanted");
    return std::nullopt;
  }

  void Refuse(const ast::Option& option, std::string_view why) {
    const std::string written = option.value.empty() ? option.key : option.key + " " + option.value;
    context_.Report(diag::Make(diag::Kind::kSequenceNumber, option.span, written, why)
                        .WithHelp("write another number after `" + option.key + "`"));
  }

  void Unknown(const ast::Option& option) {
    const bool restart = option.key == "restart";
    const std::string what = use_ == SequenceUse::kMake ? "a new sequence" : "a sequence";
    context_.Report(diag::Make(diag::Kind::kUnknownSequenceOption, option.span, option.key, what)
                        .WithHelp(restart ? "write `start` for the first number of a new one"
                                          : "the options are start, increment, min value, max value, cache, cycle and restart"));
  }

  void Contradict(const std::string& second, const std::string& first) {
    context_.Report(diag::Make(diag::Kind::kContradiction, places_.at(second), "`" + second + "`", "`" + first + "`")
                        .WithNote(places_.at(first), "it is given here")
                        .WithHelp("change one of them"));
  }

  Context& context_;
  SequenceUse use_;
  ir::SequenceOptions out_;
  std::map<std::string, source::Span> places_;
};

}  // namespace

ir::SequenceOptions LowerSequenceOptions(Context& context, const std::vector<ast::Option>& options, SequenceUse use) {
  OptionReader reader(context, use);
  for (const ast::Option& option : options) reader.Read(option);
  return reader.Finish();
}

ir::Identity LowerIdentity(Context& context, const ast::Identity& identity) {
  return {identity.always, LowerSequenceOptions(context, identity.options, SequenceUse::kMake)};
}

}  // namespace migc::lower
