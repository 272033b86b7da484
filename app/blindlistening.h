#pragma once

#include "app/blindtest.h"
#include "app/latestjob.h"
#include "app/player.h"
#include "app/session.h"

#include <QObject>
#include <array>
#include <memory>
#include <optional>

namespace app {

// Plays a blind test: knows what A, B and X are and lets the player go from one to the other at the same
// audio. Every step to another sound is made in the same way, whether X is what was heard before or not. GUI
// thread only.
class BlindListening : public QObject {
    Q_OBJECT

public:
    // All have to outlive this.
    BlindListening(ui::BlindPage& page, const Session& session, Player& player);

    // How X is drawn from the next test on; at the start the system's random source.
    void setCoin(BlindTest::Coin coin) { m_coin = std::move(coin); }
    // The player is in the hands of a test.
    [[nodiscard]] bool isOn() const { return m_isOn; }

signals:
    void failed(const core::Error& error); // a side can't be made; the test has ended

private:
    struct Side {
        bool isOriginal = false;
        std::shared_ptr<const core::Analysis> analysis;
    };
    using Sides = std::array<Side, 2>;

    void begin(const ui::BlindSource& a, const ui::BlindSource& b);
    void start(const Sides& sides);
    void fail(const core::Error& error);
    void hear(ui::BlindSound sound);
    void answer(ui::BlindSound guess);
    void end();
    void showState();

    ui::BlindPage& m_page;
    const Session& m_session;
    Player& m_player;
    BlindTest::Coin m_coin;
    Sides m_sides;
    std::optional<BlindTest> m_test; // nothing: not ready yet
    ui::BlindSound m_heard = ui::BlindSound::A;
    uint64_t m_request = 0;
    bool m_isOn = false;

    LatestJob m_job; // last: it uses all above
};

} // namespace app
