#include "core/repair/export.h"

#include "core/repair/concealedogg.h"
#include "core/repair/repairedogg.h"
#include "core/repair/stampedexport.h"
#include "core/repair/wav.h"

namespace core {

Result<void> exportAnalysis(const std::shared_ptr<const Analysis>& analysis, ExportKind kind,
    const std::filesystem::path& path, const JobControl& job)
{
    switch (kind) {
    case ExportKind::RepairedOgg:
        return writeRepairedOgg(*analysis, path, job);
    case ExportKind::ConcealedOgg:
        return writeConcealedOgg(analysis, path, job);
    case ExportKind::Wav:
        return writeWav(analysis, path, job);
    case ExportKind::Stamped:
        break;
    }
    return writeStamped(*analysis, path, job);
}

} // namespace core
