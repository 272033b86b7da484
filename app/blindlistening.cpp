#include "app/blindlistening.h"

#include <QRandomGenerator>
#include <algorithm>
#include <utility>

namespace app {

using ui::BlindSound;

BlindListening::BlindListening(ui::BlindPage& page, const Session& session, Player& player)
    : m_page(page)
    , m_session(session)
    , m_player(player)
    , m_coin([] { return QRandomGenerator::system()->bounded(2) == 0; })
{
    connect(&page, &ui::BlindPage::pairChosen, this, &BlindListening::begin);
    connect(&page, &ui::BlindPage::hearRequested, this, &BlindListening::hear);
    connect(&page, &ui::BlindPage::answered, this, &BlindListening::answer);
    connect(&page, &ui::BlindPage::endRequested, this, &BlindListening::end);
}

void BlindListening::begin(const ui::BlindSource& a, const ui::BlindSource& b)
{
    m_isOn = true;
    m_test.reset();
    const uint64_t request = ++m_request;
    m_job.submit(
        [this, request, a, b, shown = m_session.analysis()](const std::stop_token& stop) {
            const auto sideOf = [&](const ui::BlindSource& source) -> core::Result<Side> {
                if (!source.scenario || *source.scenario == shown->scenario)
                    return Side{!source.scenario, shown};
                return core::analyze(shown->capture, *source.scenario, core::JobControl(stop))
                    .map([](const auto& made) {
                        return Side{false, made};
                    });
            };
            const auto post = [this, request, first = sideOf(a), second = sideOf(b)] {
                if (request != m_request)
                    return;
                if (first && second)
                    start({*first, *second});
                else
                    fail((first ? second : first).error());
            };
            QMetaObject::invokeMethod(this, post, Qt::QueuedConnection);
        },
        LatestJob::Running::IsCancelled);
}

void BlindListening::start(const Sides& sides)
{
    m_sides = sides;
    // The original is heard on the clock of what it is compared with, so that both loop the same audio.
    for (const size_t side : {0U, 1U}) {
        if (sides.at(side).isOriginal)
            m_sides.at(side).analysis = sides.at(1 - side).analysis;
    }
    m_test.emplace(m_coin);
    hear(BlindSound::A);
}

void BlindListening::fail(const core::Error& error)
{
    m_page.end();
    emit failed(error);
}

void BlindListening::hear(BlindSound sound)
{
    if (!m_test)
        return;
    m_heard = sound;
    const BlindSound what = sound == BlindSound::X ? m_test->x() : sound;
    const Side& side = m_sides.at(static_cast<size_t>(what));
    m_player.load(side.analysis);
    m_player.listen(side.isOriginal ? ui::Listen::Original : ui::Listen::Received);
    showState();
}

// Behind an answer A is heard: that X went on would tell whether the new one is another.
void BlindListening::answer(BlindSound guess)
{
    if (!m_test)
        return;
    m_test->answer(guess);
    hear(BlindSound::A);
}

void BlindListening::end()
{
    if (!std::exchange(m_isOn, false))
        return;
    ++m_request;
    m_job.cancel();
    m_test.reset();
    m_sides = {};
    if (m_session.analysis())
        m_player.load(m_session.analysis());
}

void BlindListening::showState()
{
    m_page.showState({.isReady = true,
        .heard = m_heard,
        .trials = m_test->trials(),
        .right = m_test->right(),
        .chance = chanceByGuessing(m_test->right(), m_test->trials()),
        .lastX = m_test->lastX(),
        .wasRight = m_test->wasRight()});
}

} // namespace app
