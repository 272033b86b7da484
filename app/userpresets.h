#pragma once

#include "app/presets.h"

#include <QStringList>
#include <tl/expected.hpp>

namespace app {

// The presets that the user saved, one JSON file each, of the same form as those that come with the program.
// Every call looks at the folder anew, so that files put there by hand are found.
class UserPresets {
public:
    // The user's own folder for data of the program.
    UserPresets();
    explicit UserPresets(QString folder);

    struct Found {
        QList<Preset> presets; // by name
        QStringList problems; // one line for each file that can't be used: its name and what is wrong
    };
    [[nodiscard]] Found read() const;

    // Errors: in words for the user.
    using Done = tl::expected<void, QString>;
    // Replaces one of the same name, whatever its case.
    [[nodiscard]] Done save(const QString& name, const core::Scenario& scenario) const;
    [[nodiscard]] Done rename(const QString& name, const QString& newName) const;
    [[nodiscard]] Done remove(const QString& name) const;

private:
    [[nodiscard]] QString pathOf(const QString& name) const; // empty: there is none of this name

    QString m_folder;
};

// One that comes with the program, by key or name, or else one of the user's, by name.
[[nodiscard]] std::optional<Preset> presetNamed(const QString& keyOrName, const UserPresets& own);

} // namespace app
