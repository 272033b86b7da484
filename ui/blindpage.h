#pragma once

#include "ui/keptscenarios.h"

#include <QWidget>
#include <array>
#include <initializer_list>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class ChoiceBox;

// What can be heard in a listening test: two known sounds, and one of the two without knowing which.
enum class BlindSound : uint8_t { A, B, X };

// What one of the two is: the capture under a scenario, or as it was sent.
struct BlindSource {
    QString name;
    std::optional<core::Scenario> scenario; // nothing: the original
};

// How the test stands. What X is now is not part of it: the window never knows.
struct BlindState {
    bool isReady = false; // both can be heard
    BlindSound heard = BlindSound::A;
    int trials = 0;
    int right = 0;
    double chance = 1; // of guessing at least as many right, one-sided
    std::optional<BlindSound> lastX; // of the trial answered last
    bool wasRight = false;
};

// The listening test (ABX) in place of all that would tell what is heard: keys to hear A, B and X, to answer,
// and the score. GUI thread only.
class BlindPage : public QWidget {
    Q_OBJECT

public:
    explicit BlindPage(QWidget* parent = nullptr);

    // Offers the kept scenarios and the original, chooses two of them and asks for them by pairChosen.
    // place: what is heard, in words.
    void begin(const KeptScenarios& kept, const QString& place);
    void showState(const BlindState& state);
    void end() { emit endRequested(); }
    // The result in words, for the clipboard.
    [[nodiscard]] QString resultText() const;

signals:
    void pairChosen(const ui::BlindSource& a, const ui::BlindSource& b); // a new test
    void hearRequested(ui::BlindSound sound);
    void answered(ui::BlindSound guess); // A or B
    void endRequested();

private:
    void addRow(std::initializer_list<QWidget*> widgets);
    void setupPair();
    void setupSounds();
    void setupAnswers();
    void setupEnd();
    QToolButton* makeSound(BlindSound sound, const QString& text);
    QPushButton* makeAnswer(BlindSound guess, const QString& text);
    void choosePair();
    [[nodiscard]] const BlindSource& source(BlindSound side) const;
    void showDifference();
    [[nodiscard]] QString scoreText() const;
    void copyResult() const;

    QVBoxLayout* m_rows = nullptr;
    std::vector<BlindSource> m_sources;
    BlindState m_state;
    QString m_place;
    std::array<ChoiceBox*, 2> m_pair{};
    std::array<QToolButton*, 3> m_sounds{};
    std::array<QPushButton*, 2> m_answers{};
    QLabel* m_placeLabel = nullptr;
    QLabel* m_difference = nullptr;
    QLabel* m_same = nullptr; // told where there is none
    QLabel* m_score = nullptr;
    QLabel* m_last = nullptr;
};

} // namespace ui
