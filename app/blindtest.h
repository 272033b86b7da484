#pragma once

#include "ui/blindpage.h"

#include <functional>

namespace app {

// Chance to be right at least `right` times in `trials` by tossing a coin: the exact one-sided tail of the
// binomial distribution. 1 without trials.
[[nodiscard]] double chanceByGuessing(int right, int trials);

// The bookkeeping of a listening test: draws X for each trial and counts what was recognised.
class BlindTest {
public:
    using Coin = std::function<bool()>; // true: X is A

    explicit BlindTest(Coin coin);

    // A or B; it stays until the trial is answered.
    [[nodiscard]] ui::BlindSound x() const { return m_x; }
    void answer(ui::BlindSound guess); // A or B; the next trial begins

    [[nodiscard]] int trials() const { return m_trials; }
    [[nodiscard]] int right() const { return m_right; }
    [[nodiscard]] std::optional<ui::BlindSound> lastX() const { return m_lastX; }
    [[nodiscard]] bool wasRight() const { return m_wasRight; }

private:
    void draw();

    Coin m_coin;
    ui::BlindSound m_x = ui::BlindSound::A;
    int m_trials = 0;
    int m_right = 0;
    std::optional<ui::BlindSound> m_lastX;
    bool m_wasRight = false;
};

} // namespace app
