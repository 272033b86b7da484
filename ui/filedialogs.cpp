#include "ui/filedialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

namespace ui {

namespace {

QString words(const char* text) { return QCoreApplication::translate("ui::files", text); }

QString allFiles() { return words(QT_TRANSLATE_NOOP("ui::files", "All files (*)")); }

QFileDialog* makeDialog(
    QWidget* parent, const QString& title, const QString& folder, const QStringList& filters)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(filters);
    return dialog;
}

void ask(QFileDialog* dialog, const FileAnswer& answer)
{
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    dialog->open();
}

void askToSave(QFileDialog* dialog, const QString& suggestion, const FileAnswer& answer)
{
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog->selectFile(QFileInfo(suggestion).fileName());
    ask(dialog, answer);
}

struct ExportWords {
    const char* title;
    const char* filter;
    const char* ending;
};

ExportWords wordsOf(core::ExportKind kind)
{
    switch (kind) {
    case core::ExportKind::RepairedOgg:
        break;
    case core::ExportKind::ConcealedOgg:
        return {QT_TRANSLATE_NOOP("ui::files", "Save as heard, encoded again"),
            QT_TRANSLATE_NOOP("ui::files", "Ogg Opus (*.opus *.ogg)"), "-heard.opus"};
    case core::ExportKind::Wav:
        return {QT_TRANSLATE_NOOP("ui::files", "Save what was heard"),
            QT_TRANSLATE_NOOP("ui::files", "WAV, 32-bit float (*.wav)"), "-heard.wav"};
    case core::ExportKind::Stamped:
        return {QT_TRANSLATE_NOOP("ui::files", "Save what arrived, with its arrival times"),
            QT_TRANSLATE_NOOP("ui::files", "Stamped capture (*.stamped)"), "-received.stamped"};
    }
    return {QT_TRANSLATE_NOOP("ui::files", "Save the repaired recording"),
        QT_TRANSLATE_NOOP("ui::files", "Ogg Opus (*.opus *.ogg)"), "-repaired.opus"};
}

QStringList scenarioFilters()
{
    return {words(QT_TRANSLATE_NOOP("ui::files", "Scenario (*.json)")), allFiles()};
}

} // namespace

void askCapture(QWidget* parent, const QString& folder, const FileAnswer& answer)
{
    QFileDialog* dialog = makeDialog(parent, words(QT_TRANSLATE_NOOP("ui::files", "Open a recording")),
        folder,
        {words(QT_TRANSLATE_NOOP("ui::files", "Opus recordings (*.opus *.ogg *.oga *.stamped *.txt *.hex)")),
            allFiles()});
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, answer);
}

void askScenarioToOpen(QWidget* parent, const QString& folder, const FileAnswer& answer)
{
    QFileDialog* dialog = makeDialog(
        parent, words(QT_TRANSLATE_NOOP("ui::files", "Open a scenario")), folder, scenarioFilters());
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, answer);
}

void askScenarioToSave(QWidget* parent, const QString& folder, const FileAnswer& answer)
{
    QFileDialog* dialog = makeDialog(
        parent, words(QT_TRANSLATE_NOOP("ui::files", "Save the scenario")), folder, scenarioFilters());
    askToSave(dialog, QStringLiteral("scenario.json"), answer);
}

void askExport(QWidget* parent, core::ExportKind kind, const QString& capturePath, const FileAnswer& answer)
{
    const ExportWords text = wordsOf(kind);
    const QFileInfo capture(capturePath);
    askToSave(makeDialog(parent, words(text.title), capture.path(), {words(text.filter)}),
        capture.completeBaseName() % QString::fromLatin1(text.ending), answer);
}

void askPicture(QWidget* parent, const QString& capturePath, const FileAnswer& answer)
{
    const QFileInfo capture(capturePath);
    QFileDialog* dialog =
        makeDialog(parent, words(QT_TRANSLATE_NOOP("ui::files", "Save the picture")), capture.path(),
            {words(QT_TRANSLATE_NOOP("ui::files", "Pixels (*.png)")),
                words(QT_TRANSLATE_NOOP("ui::files", "Vector graphics (*.svg)")),
                words(QT_TRANSLATE_NOOP("ui::files", "Document (*.pdf)"))});
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        static const QRegularExpression ending(QStringLiteral(R"(\*\.(\w+))"));
        dialog->setDefaultSuffix(ending.match(filter).captured(1));
    });
    askToSave(dialog, capture.completeBaseName() % QStringLiteral(".png"), answer);
}

QWidget* askToDiscardExport(QWidget* parent, const std::function<void()>& discard)
{
    auto* box = new QMessageBox(QMessageBox::Question, QCoreApplication::applicationName(),
        words(QT_TRANSLATE_NOOP(
            "ui::files", "The export is not finished. If the window is closed now, nothing of it is left.")),
        QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* goOn =
        box->addButton(words(QT_TRANSLATE_NOOP("ui::files", "Continue the export")), QMessageBox::RejectRole);
    const QPushButton* giveUp = box->addButton(
        words(QT_TRANSLATE_NOOP("ui::files", "Discard it and close")), QMessageBox::DestructiveRole);
    box->setDefaultButton(goOn);
    box->setEscapeButton(goOn);
    QObject::connect(giveUp, &QPushButton::clicked, box, discard);
    box->open();
    return box;
}

} // namespace ui
