#pragma once

#include "core/analysis/sweep.h"

#include <QByteArray>
#include <QWidget>
#include <span>

class QLabel;
class QToolButton;

namespace ui {

class ChoiceBox;
class SweepField;

// Where a setting is swept from and to when it is chosen: around what it usually has.
struct SweepRange {
    std::string_view path;
    double from = 0, to = 0;
};
[[nodiscard]] std::span<const SweepRange> sweepRanges(); // one for each parameter

// Which setting is swept, over which values, with how many seeds; a button that starts and cancels; a line of
// words beside it.
class SweepBar : public QWidget {
    Q_OBJECT

public:
    enum class Offer : uint8_t { Start, StartAgain, Cancel };

    explicit SweepBar(QWidget* parent = nullptr);

    [[nodiscard]] const core::Parameter& parameter() const;
    // What would be swept, on that scenario.
    [[nodiscard]] core::SweepPlan plan(const core::Scenario& base) const;
    void setHasCapture(bool hasCapture); // without one nothing can be started
    void setOffer(Offer offer);
    void setNote(const QString& text); // as much of it as there is room for

    // What is set, to be kept between starts. Anything not understood changes nothing.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

signals:
    void startRequested();
    void cancelRequested();
    void settingChosen(); // another parameter

private:
    void setupChoice();
    void setupFields();
    void setupButton();
    void showOffer();
    void showRanges();
    void showDefaults();

    ChoiceBox* m_choice = nullptr;
    SweepField* m_from = nullptr;
    SweepField* m_to = nullptr;
    SweepField* m_steps = nullptr;
    SweepField* m_seeds = nullptr;
    QToolButton* m_button = nullptr;
    QLabel* m_note = nullptr;
    Offer m_offer = Offer::Start;
};

} // namespace ui
