#include "ui/presetdialogs.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int dialogWidth = 380;
constexpr int longestName = 60;

QString wordsForBuiltIn(const QString& name)
{
    return SavePresetDialog::tr("“%1” comes with the program. Choose another name.").arg(name);
}

} // namespace

bool PresetNames::isBuiltIn(const QString& name) const { return builtIn.contains(name, Qt::CaseInsensitive); }

bool PresetNames::isOwn(const QString& name) const { return own.contains(name, Qt::CaseInsensitive); }

SavePresetDialog::SavePresetDialog(PresetNames names, QWidget* parent)
    : QDialog(parent)
    , m_names(std::move(names))
{
    setWindowTitle(tr("Save as preset"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    auto* label = new QLabel(tr("Name of the preset"));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("presetName"));
    m_name->setAccessibleName(label->text());
    m_name->setMaxLength(longestName);
    label->setBuddy(m_name);
    m_problem = new QLabel(QStringLiteral(" "));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("faint"));
    m_problem->setWordWrap(true);
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(QStringLiteral("presetSave"));
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(label);
    rows->addWidget(m_name);
    rows->addWidget(m_problem);
    rows->addLayout(buttons);
    m_save->setDefault(true);
    connect(m_name, &QLineEdit::textChanged, this, &SavePresetDialog::check);
    connect(m_save, &QPushButton::clicked, this, &SavePresetDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    check();
}

void SavePresetDialog::check()
{
    const QString name = m_name->text().trimmed();
    const bool isBuiltIn = m_names.isBuiltIn(name);
    const bool isOwn = m_names.isOwn(name);
    m_save->setEnabled(!name.isEmpty() && !isBuiltIn);
    m_save->setText(isOwn ? tr("Replace") : tr("Save"));
    if (isBuiltIn)
        m_problem->setText(wordsForBuiltIn(name));
    else if (isOwn)
        m_problem->setText(tr("There is a preset “%1” already; it would be replaced.").arg(name));
    else
        m_problem->setText(tr("It holds all values: network, jitter buffer, concealment and seed."));
}

void SavePresetDialog::choose()
{
    emit nameChosen(m_name->text().trimmed());
    accept();
}

OwnPresetsDialog::OwnPresetsDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("My presets"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("ownPresets"));
    m_list->setAccessibleName(tr("My presets"));
    m_problem = new QLabel(QStringLiteral(" "));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("faint"));
    m_problem->setWordWrap(true);
    m_rename = new QPushButton(tr("Rename"));
    m_rename->setObjectName(QStringLiteral("presetRename"));
    m_remove = new QPushButton(tr("Delete"));
    m_remove->setObjectName(QStringLiteral("presetRemove"));
    auto* close = new QPushButton(tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_rename);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* rows = new QVBoxLayout(this);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_problem);
    rows->addLayout(buttons);
    for (QPushButton* button : {m_rename, m_remove, close})
        button->setAutoDefault(false); // Enter ends the renaming, not the dialog
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QPushButton::clicked, this, &OwnPresetsDialog::remove);
    connect(new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut),
        &QShortcut::activated, this, &OwnPresetsDialog::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { rename(*item); });
    connect(m_list, &QListWidget::currentRowChanged, this, &OwnPresetsDialog::showButtons);
}

void OwnPresetsDialog::showNames(const PresetNames& names)
{
    m_names = names;
    const int row = m_list->currentRow();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const QString& name : names.own) {
            auto* item = new QListWidgetItem(name, m_list);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
            item->setData(Qt::UserRole, name);
        }
        m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    }
    m_problem->setText(names.own.isEmpty() ? tr("No presets of your own are left.") : QStringLiteral(" "));
    showButtons();
}

void OwnPresetsDialog::rename(QListWidgetItem& item)
{
    const QString oldName = item.data(Qt::UserRole).toString();
    const QString newName = item.text().trimmed();
    const bool isTaken = m_names.isOwn(newName) && newName.compare(oldName, Qt::CaseInsensitive) != 0;
    if (!newName.isEmpty() && !isTaken && !m_names.isBuiltIn(newName)) {
        // Behind the change of the item: what answers makes the list anew.
        QMetaObject::invokeMethod(
            this, [this, oldName, newName] { emit renameRequested(oldName, newName); }, Qt::QueuedConnection);
        return;
    }
    const QSignalBlocker blocker(m_list);
    item.setText(oldName);
    if (isTaken)
        m_problem->setText(tr("There is a preset “%1” already.").arg(newName));
    else
        m_problem->setText(newName.isEmpty() ? tr("A preset needs a name.") : wordsForBuiltIn(newName));
}

// Asked for twice: deleting can't be undone.
void OwnPresetsDialog::remove()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    const QString name = item->data(Qt::UserRole).toString();
    const QString question = tr("Press again to delete “%1” for good.").arg(name);
    if (m_problem->text() != question) {
        m_problem->setText(question);
        return;
    }
    emit removeRequested(name);
}

void OwnPresetsDialog::showButtons()
{
    const bool hasItem = m_list->currentItem() != nullptr;
    m_rename->setEnabled(hasItem);
    m_remove->setEnabled(hasItem);
}

} // namespace ui
