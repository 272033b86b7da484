#include "core/base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <new>
#include <optional>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace core {

namespace {

constexpr uint64_t largestFile = 8ULL << 30;
// A pipe or a device may never end.
constexpr uint64_t largestStream = 1ULL << 30;
constexpr size_t chunkSize = 1 << 20;

std::string systemWords() { return std::generic_category().message(errno); }

ErrorCode openFailure()
{
    return errno == ENOENT || errno == ENOTDIR ? ErrorCode::NotFound : ErrorCode::NotReadable;
}

// Closes what open() gave, but never standard input.
class Descriptor {
public:
    explicit Descriptor(int value)
        : m_value(value)
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_value > STDERR_FILENO)
            ::close(m_value);
    }
    [[nodiscard]] int value() const { return m_value; }

private:
    int m_value;
};

struct Expectation {
    uint64_t size = 0; // 0: not known
    uint64_t limit = 0;
};

tl::unexpected<Error> tooLarge(uint64_t limit)
{
    return failure(ErrorCode::TooLarge, std::to_string(limit >> 30) + " GiB");
}

bool isTransient(int error) { return error == EINTR || error == EAGAIN; }

// A pipe may have no writer yet, or one that takes its time: nobody can call off a read that sleeps. False:
// the job was cancelled.
bool waitForInput(int descriptor, const JobControl& job)
{
    constexpr int patienceMs = 50;
    while (!job.isCancelled()) {
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, patienceMs);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true;
    }
    return false;
}

Result<std::vector<uint8_t>> readAll(int descriptor, const Expectation& expected, const JobControl& job)
{
    std::vector<uint8_t> content;
    content.resize(expected.size > 0 ? expected.size : chunkSize);
    size_t size = 0;
    while (true) {
        if (!waitForInput(descriptor, job))
            return failure(ErrorCode::Cancelled);
        // One byte more than expected tells the end of the file without growing the buffer for nothing.
        if (size == content.size()) {
            uint8_t extra = 0;
            const ssize_t probe = ::read(descriptor, &extra, 1);
            if (probe < 0 && isTransient(errno))
                continue;
            if (probe < 0)
                return failure(ErrorCode::NotReadable, systemWords(), size);
            if (probe == 0)
                break;
            content.resize(content.size() * 2);
            content[size++] = extra;
        }
        const ssize_t count =
            ::read(descriptor, content.data() + size, std::min(chunkSize, content.size() - size));
        if (count < 0 && isTransient(errno))
            continue;
        if (count < 0)
            return failure(ErrorCode::NotReadable, systemWords(), size);
        if (count == 0)
            break;
        size += static_cast<size_t>(count);
        if (size > expected.limit)
            return tooLarge(expected.limit);
    }
    content.resize(size);
    if (content.empty())
        return failure(ErrorCode::Empty);
    return content;
}

// For mkostemp, in the same directory. The longest name that a file may have leaves no room for more.
std::string temporaryName(const std::filesystem::path& target)
{
    constexpr size_t longest = 240;
    return target.parent_path() / (target.filename().string().substr(0, longest) + ".XXXXXX");
}

} // namespace

Result<std::vector<uint8_t>> readFile(const std::filesystem::path& path, const JobControl& job)
{
    const bool standardInput = path == "-";
    // Not blocking: a pipe without a writer is opened, and waited for where the job can be cancelled.
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    const Descriptor file(standardInput ? STDIN_FILENO : ::open(path.c_str(), flags)); // NOLINT(*-vararg)
    if (file.value() < 0)
        return failure(openFailure(), systemWords());
    struct stat status { };
    if (::fstat(file.value(), &status) != 0)
        return failure(ErrorCode::NotReadable, systemWords());
    if (S_ISDIR(status.st_mode))
        return failure(ErrorCode::IsDirectory);
    Expectation expected{.limit = largestStream};
    if (S_ISREG(status.st_mode))
        expected = {.size = static_cast<uint64_t>(status.st_size), .limit = largestFile};
    if (expected.size > expected.limit)
        return tooLarge(expected.limit);
    try {
        return readAll(file.value(), expected, job);
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory);
    }
}

bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b)
{
    const auto identity = [](const std::filesystem::path& path) {
        struct stat status { };
        const int failed = path == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status);
        return failed != 0 || !S_ISREG(status.st_mode)
            ? std::nullopt
            : std::optional(std::pair(status.st_dev, status.st_ino));
    };
    const auto identityOfA = identity(a);
    return identityOfA && identityOfA == identity(b);
}

Result<PendingFile> PendingFile::create(const std::filesystem::path& path)
{
    PendingFile file;
    file.m_target = path;
    if (path == "-") {
        file.m_descriptor = STDOUT_FILENO;
        return file;
    }
    struct stat status { };
    if (::stat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return failure(ErrorCode::IsDirectory);
        if (!S_ISREG(status.st_mode)) {
            file.m_descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC); // NOLINT(*-vararg)
            if (file.m_descriptor < 0)
                return failure(ErrorCode::WriteFailed, systemWords());
            return file;
        }
        // Replacing it would not ask.
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
            return failure(ErrorCode::WriteFailed, systemWords());
        file.m_target = std::filesystem::canonical(path);
    }
    std::string name = temporaryName(file.m_target);
    file.m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (file.m_descriptor < 0)
        return failure(ErrorCode::WriteFailed, systemWords());
    file.m_temporary = name;
    // mkostemp makes the file private; a result gets the permissions of the file it replaces, or the usual
    // ones.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = S_ISREG(status.st_mode) ? status.st_mode & 07777U : 0666U & ~mask;
    ::fchmod(file.m_descriptor, mode);
    return file;
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

PendingFile& PendingFile::operator=(PendingFile&& other) noexcept
{
    if (this != &other) {
        discard();
        m_target = std::move(other.m_target);
        m_temporary = std::exchange(other.m_temporary, {});
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

PendingFile::~PendingFile() { discard(); }

void PendingFile::discard() noexcept
{
    if (m_descriptor > STDERR_FILENO)
        ::close(m_descriptor);
    m_descriptor = -1;
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes the file
Result<void> PendingFile::write(Bytes bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(ErrorCode::WriteFailed, systemWords());
        bytes = bytes.subspan(static_cast<size_t>(count));
    }
    return {};
}

Result<void> PendingFile::commit()
{
    const bool isStandardOutput = m_descriptor == STDOUT_FILENO;
    const int descriptor = std::exchange(m_descriptor, -1);
    if (isStandardOutput)
        return {};
    const bool synced = m_temporary.empty() || ::fsync(descriptor) == 0;
    const std::string words = synced ? std::string() : systemWords();
    if (::close(descriptor) != 0 || !synced) {
        const std::string reason = synced ? systemWords() : words;
        discard();
        return failure(ErrorCode::WriteFailed, reason);
    }
    if (!m_temporary.empty() && ::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        const std::string reason = systemWords();
        discard();
        return failure(ErrorCode::WriteFailed, reason);
    }
    m_temporary.clear();
    return {};
}

} // namespace core
