#include "app/blindtest.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

using ui::BlindSound;

double chanceByGuessing(int right, int trials)
{
    // The sum of C(n, k) / 2^n over k = right … n. From the term of k to that of k - 1 it is times k / (n - k
    // + 1). Exact to rounding up to a thousand trials, far more than anybody listens to.
    double term = std::ldexp(1.0, -trials);
    double sum = 0;
    for (int k = trials; k >= right; --k) {
        sum += term;
        term *= static_cast<double>(k) / (trials - k + 1);
    }
    return right <= 0 ? 1 : std::min(sum, 1.0);
}

BlindTest::BlindTest(Coin coin)
    : m_coin(std::move(coin))
{
    draw();
}

void BlindTest::answer(BlindSound guess)
{
    m_lastX = m_x;
    m_wasRight = guess == m_x;
    ++m_trials;
    m_right += m_wasRight ? 1 : 0;
    draw();
}

void BlindTest::draw() { m_x = m_coin() ? BlindSound::A : BlindSound::B; }

} // namespace app
