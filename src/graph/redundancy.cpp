#include "redundancy.h"

#include <algorithm>
#include <span>

namespace migc::graph {
namespace {

constexpr std::size_t kBatch = 64;

class Passes {
 public:
  Passes(const std::vector<Node>& order, const Edges& edges, const std::vector<WayQuestion>& questions, int steps)
      : order_(order),
        edges_(edges),
        questions_(questions),
        steps_(steps),
        place_(order.size()),
        self_(order.size()),
        below_(order.size()) {
    for (std::size_t i = 0; i < order.size(); ++i) place_[order[i]] = i;
  }

  // Questions with near seeds go together, so that a pass is short.
  std::vector<std::size_t> Sequence() const {
    std::vector<std::pair<std::size_t, std::size_t>> keyed;
    for (std::size_t i = 0; i < questions_.size(); ++i) keyed.emplace_back(FirstSeed(questions_[i]), i);
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::size_t> sequence;
    for (const auto& [place, index] : keyed) sequence.push_back(index);
    return sequence;
  }

  void Run(std::span<const std::size_t> batch, std::vector<std::vector<bool>>& answers) {
    std::size_t begin = order_.size();
    std::size_t end = 0;
    for (const std::size_t index : batch) {
      begin = std::min(begin, FirstSeed(questions_[index]));
      for (const Node ask : questions_[index].asks) end = std::max(end, place_[ask] + 1);
    }
    for (std::size_t place = begin; place < end; ++place) self_[place] = 0;
    for (std::size_t bit = 0; bit < batch.size(); ++bit) {
      for (const Node seed : questions_[batch[bit]].seeds) self_[place_[seed]] |= std::uint64_t{1} << bit;
    }
    Spread(begin, end);
    for (std::size_t bit = 0; bit < batch.size(); ++bit) Collect(begin, batch[bit], bit, answers[batch[bit]]);
  }

 private:
  std::size_t FirstSeed(const WayQuestion& question) const {
    std::size_t first = order_.size();
    for (const Node seed : question.seeds) first = std::min(first, place_[seed]);
    return first;
  }

  void Spread(std::size_t begin, std::size_t end) {
    for (std::size_t place = begin; place < end; ++place) {
      std::uint64_t below = 0;
      for (const Node older : edges_[order_[place]]) {
        if (place_[older] >= begin) below |= self_[place_[older]];
      }
      below_[place] = below;
      self_[place] |= below;
    }
  }

  void Collect(std::size_t begin, std::size_t index, std::size_t bit, std::vector<bool>& answers) const {
    for (const Node ask : questions_[index].asks) {
      std::uint64_t reached = 0;
      if (place_[ask] >= begin && steps_ == 1) reached = below_[place_[ask]];
      if (steps_ == 2) {
        for (const Node older : edges_[ask]) {
          if (place_[older] >= begin) reached |= below_[place_[older]];
        }
      }
      answers.push_back((reached >> bit & 1) != 0);
    }
  }

  const std::vector<Node>& order_;
  const Edges& edges_;
  const std::vector<WayQuestion>& questions_;
  int steps_;
  std::vector<std::size_t> place_;    // by node: where it stands in the order
  std::vector<std::uint64_t> self_;   // by place: a bit per question, a seed is here or below
  std::vector<std::uint64_t> below_;  // by place: a seed is below
};

}  // namespace

std::vector<std::vector<bool>> AnswerWays(const std::vector<Node>& order, const Edges& edges,
                                          const std::vector<WayQuestion>& questions, int steps) {
  std::vector<std::vector<bool>> answers(questions.size());
  if (questions.empty()) return answers;
  Passes passes(order, edges, questions, steps);
  const std::vector<std::size_t> sequence = passes.Sequence();
  for (std::size_t i = 0; i < sequence.size(); i += kBatch) {
    passes.Run(std::span(sequence).subspan(i, std::min(kBatch, sequence.size() - i)), answers);
  }
  return answers;
}

}  // namespace migc::graph
