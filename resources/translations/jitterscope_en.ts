<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>app::CaptureReport</name>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) (%1 %)</source>
        <translation>
            <numerusform>%n packet (%1 %)</numerusform>
            <numerusform>%n packets (%1 %)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opus 48 kHz %1, %2 %3, %4, %5 kb/s · %n packet(s), %6 s</source>
        <translation>
            <numerusform>Opus 48 kHz %1, %2 %3, %4, %5 kb/s · %n packet, %6 s</numerusform>
            <numerusform>Opus 48 kHz %1, %2 %3, %4, %5 kb/s · %n packets, %6 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PlayProgress</name>
    <message numerus="yes">
        <source>%n underrun(s)</source>
        <translation>
            <numerusform>%n underrun</numerusform>
            <numerusform>%n underruns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SweepReport</name>
    <message numerus="yes">
        <source>Mean over %n seed(s) from %1 on, in brackets the least and the greatest.</source>
        <translation>
            <numerusform>Mean over %n seed from %1 on, in brackets the least and the greatest.</numerusform>
            <numerusform>Mean over %n seeds from %1 on, in brackets the least and the greatest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::GapsPage</name>
    <message numerus="yes">
        <source>No gaps in the playout, though %Ln packet(s) were not played: see Packets.</source>
        <translation>
            <numerusform>No gaps in the playout, though %Ln packet was not played: see Packets.</numerusform>
            <numerusform>No gaps in the playout, though %Ln packets were not played: see Packets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>Of %Ln file(s) only the first one is opened.</source>
        <translation>
            <numerusform>Of %Ln file only the first one is opened.</numerusform>
            <numerusform>Of %Ln files only the first one is opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OutcomeText</name>
    <message numerus="yes">
        <source>%1 page(s) of another stream, passed over</source>
        <translation>
            <numerusform>%1 page of another stream, passed over</numerusform>
            <numerusform>%1 pages of another stream, passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) that belong to nothing, passed over</source>
        <translation>
            <numerusform>%1 byte that belongs to nothing, passed over</numerusform>
            <numerusform>%1 bytes that belong to nothing, passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Page of %1 byte(s) with a wrong checksum, left out</source>
        <translation>
            <numerusform>Page of %1 byte with a wrong checksum, left out</numerusform>
            <numerusform>Page of %1 bytes with a wrong checksum, left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 page(s) missing</source>
        <translation>
            <numerusform>%1 page missing</numerusform>
            <numerusform>%1 pages missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page&apos;s position differs from its packets by %1 sample(s)</source>
        <translation>
            <numerusform>The page&apos;s position differs from its packets by %1 sample</numerusform>
            <numerusform>The page&apos;s position differs from its packets by %1 samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file ends inside a page; %1 byte(s) left over</source>
        <translation>
            <numerusform>The file ends inside a page; %1 byte left over</numerusform>
            <numerusform>The file ends inside a page; %1 bytes left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file ends inside a record; %1 byte(s) left over</source>
        <translation>
            <numerusform>The file ends inside a record; %1 byte left over</numerusform>
            <numerusform>The file ends inside a record; %1 bytes left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stamped frame of only %1 byte(s)</source>
        <translation>
            <numerusform>Stamped frame of only %1 byte</numerusform>
            <numerusform>Stamped frame of only %1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not a valid Opus packet (%1 byte(s))</source>
        <translation>
            <numerusform>Not a valid Opus packet (%1 byte)</numerusform>
            <numerusform>Not a valid Opus packet (%1 bytes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another packet of %1 byte(s) with a time stamp already used</source>
        <translation>
            <numerusform>Another packet of %1 byte with a time stamp already used</numerusform>
            <numerusform>Another packet of %1 bytes with a time stamp already used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comment header of %1 byte(s) is damaged</source>
        <translation>
            <numerusform>Comment header of %1 byte is damaged</numerusform>
            <numerusform>Comment header of %1 bytes is damaged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PacketDescription</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PacketsPage</name>
    <message numerus="yes">
        <source>%Ln packet(s)</source>
        <translation>
            <numerusform>%Ln packet</numerusform>
            <numerusform>%Ln packets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln packet(s)</source>
        <translation>
            <numerusform>%1 of %Ln packet</numerusform>
            <numerusform>%1 of %Ln packets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln underrun(s)</source>
        <translation>
            <numerusform>%Ln underrun</numerusform>
            <numerusform>%Ln underruns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln packet(s), %1</source>
        <translation>
            <numerusform>%Ln packet, %1</numerusform>
            <numerusform>%Ln packets, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SweepPage</name>
    <message numerus="yes">
        <source>%1 of %Ln value(s)</source>
        <translation>
            <numerusform>%1 of %Ln value</numerusform>
            <numerusform>%1 of %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled: %1 of %Ln value(s) are known</source>
        <translation>
            <numerusform>Cancelled: %1 of %Ln value is known</numerusform>
            <numerusform>Cancelled: %1 of %Ln values are known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are not possible: %1</source>
        <translation>
            <numerusform>%Ln value is not possible: %1</numerusform>
            <numerusform>%Ln values are not possible: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransportBar</name>
    <message numerus="yes">
        <source>%1 ms / %Ln pkt(s)</source>
        <comment>engine time / packets</comment>
        <translation>
            <numerusform>%1 ms / %Ln pkt</numerusform>
            <numerusform>%1 ms / %Ln pkts</numerusform>
        </translation>
    </message>
</context>
</TS>
