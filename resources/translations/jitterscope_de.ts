<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>app::BackgroundWork</name>
    <message>
        <source>Drawing the waveform of what is heard</source>
        <translation>Die Wellenform des Gehörten wird gezeichnet</translation>
    </message>
    <message>
        <source>Measuring the damage of gaps</source>
        <translation>Der Schaden der Lücken wird gemessen</translation>
    </message>
    <message>
        <source>Drawing the waveform</source>
        <translation>Die Wellenform wird gezeichnet</translation>
    </message>
</context>
<context>
    <name>app::CaptureReport</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>Stereo</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 fehlend</translation>
    </message>
    <message>
        <source>%1 corrupt</source>
        <translation>%1 beschädigt</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) (%1 %)</source>
        <translation>
            <numerusform>%n Paket (%1 %)</numerusform>
            <numerusform>%n Pakete (%1 %)</numerusform>
        </translation>
    </message>
    <message>
        <source>byte %1, %2 s</source>
        <translation>Byte %1, %2 s</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>  … and %1 more (all with --json)
</source>
        <translation>  … und %1 weitere (alle mit --json)
</translation>
    </message>
    <message>
        <source>Pre-skip</source>
        <translation>Vorlauf</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n Abtastwert</numerusform>
            <numerusform>%n Abtastwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Angabe</translation>
    </message>
    <message numerus="yes">
        <source>Opus 48 kHz %1, %2 %3, %4, %5 kb/s · %n packet(s), %6 s</source>
        <translation>
            <numerusform>Opus 48 kHz %1, %2 %3, %4, %5 kbit/s · %n Paket, %6 s</numerusform>
            <numerusform>Opus 48 kHz %1, %2 %3, %4, %5 kbit/s · %n Pakete, %6 s</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmendauer</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paketdauer</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>%1 kb/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>In-band FEC</source>
        <translation>Inband-FEC</translation>
    </message>
    <message>
        <source>DTX</source>
        <translation>DTX</translation>
    </message>
    <message>
        <source>Arrival times</source>
        <translation>Ankunftszeiten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Auffälligkeiten</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>%1: only one FILE can be named</source>
        <translation>%1: nur eine DATEI kann genannt werden</translation>
    </message>
    <message>
        <source>--%1: needs a file name</source>
        <translation>--%1: braucht einen Dateinamen</translation>
    </message>
    <message>
        <source>only one of --json, --packets - and --timeline - can go to standard output</source>
        <translation>nur eines von --json, --packets - und --timeline - kann auf die Standardausgabe gehen</translation>
    </message>
    <message>
        <source>--to is missing: one of repaired-ogg, concealed-ogg, wav, stamped</source>
        <translation>--to fehlt: eines von repaired-ogg, concealed-ogg, wav, stamped</translation>
    </message>
    <message>
        <source>--to: there is no &quot;%1&quot;; possible are repaired-ogg, concealed-ogg, wav, stamped</source>
        <translation>--to: „%1“ gibt es nicht; möglich sind repaired-ogg, concealed-ogg, wav, stamped</translation>
    </message>
    <message>
        <source>-o is missing: the file to write</source>
        <translation>-o fehlt: die Datei, die geschrieben werden soll</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot; is not a time, for example 12.5, 300ms or 1:02.5</source>
        <translation>--%1: „%2“ ist keine Zeit wie 12.5, 300ms oder 1:02.5</translation>
    </message>
    <message>
        <source>%1: names no FILE</source>
        <translation>%1: keine DATEI genannt</translation>
    </message>
    <message>
        <source>JitterScope: what a jitter buffer does with an Opus stream on a bad network.

  jitterscope [FILE] [SCENARIO OPTIONS]            open the window
  jitterscope info FILE [--json]                   what the file holds
  jitterscope analyze FILE [SCENARIO OPTIONS] [--json] [--packets OUT.csv] [--timeline OUT.csv]
  jitterscope sweep FILE --vary KEY=FROM:TO:STEPS [--seeds N] [SCENARIO OPTIONS] [--json]
  jitterscope export FILE --to repaired-ogg|concealed-ogg|wav|stamped -o OUT [SCENARIO OPTIONS]
  jitterscope play FILE [SCENARIO OPTIONS] [--device NAME] [--from T] [--duration T]
  jitterscope --help | --version

Scenario options:
  --scenario FILE.json   read the scenario from a file
  --preset NAME          start from a preset, for example busy-wifi
  --set KEY=VALUE        set one value, for example network.loss.rate=0.05; repeatable
  --seed N               seed of the random draws

&quot;-&quot; as FILE or OUT is standard input or output. Times are 12.5, 300ms or 1:02.5.
Exit code: 0 done, 1 a file can&apos;t be read or written, 2 wrong usage.
</source>
        <translation>JitterScope: was ein Jitterpuffer mit einem Opus-Strom in einem schlechten Netz tut.

  jitterscope [DATEI] [SZENARIO-OPTIONEN]          das Fenster öffnen
  jitterscope info DATEI [--json]                  was die Datei enthält
  jitterscope analyze DATEI [SZENARIO-OPTIONEN] [--json] [--packets AUS.csv] [--timeline AUS.csv]
  jitterscope sweep DATEI --vary SCHLÜSSEL=VON:BIS:SCHRITTE [--seeds N] [SZENARIO-OPTIONEN] [--json]
  jitterscope export DATEI --to repaired-ogg|concealed-ogg|wav|stamped -o AUS [SZENARIO-OPTIONEN]
  jitterscope play DATEI [SZENARIO-OPTIONEN] [--device NAME] [--from T] [--duration T]
  jitterscope --help | --version

Szenario-Optionen:
  --scenario DATEI.json  das Szenario aus einer Datei lesen
  --preset NAME          von einer Voreinstellung ausgehen, zum Beispiel busy-wifi
  --set SCHLÜSSEL=WERT   einen Wert setzen, zum Beispiel network.loss.rate=0.05; wiederholbar
  --seed N               Startwert des Zufalls

„-“ als DATEI oder AUS ist Standardeingabe oder -ausgabe. Zeiten sind 12.5, 300ms oder 1:02.5.
Rückgabewert: 0 erledigt, 1 eine Datei kann nicht gelesen oder geschrieben werden, 2 falscher Aufruf.
</translation>
    </message>
    <message>
        <source>%1: there is no such command and no such file; commands are info, analyze, sweep, export, play</source>
        <translation>%1: Es gibt weder diesen Befehl noch diese Datei; Befehle sind info, analyze, sweep, export, play</translation>
    </message>
</context>
<context>
    <name>app::Commands</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>%1: %2 is read or written already; choose another name</source>
        <translation>%1: %2 wird schon gelesen oder geschrieben; bitte einen anderen Namen wählen</translation>
    </message>
</context>
<context>
    <name>app::ErrorText</name>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>is a directory, not a file</source>
        <translation>ist ein Verzeichnis, keine Datei</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is neither an Ogg Opus file nor a stamped capture</source>
        <translation>ist weder eine Ogg-Opus-Datei noch ein gestempelter Mitschnitt</translation>
    </message>
    <message>
        <source>holds no Opus packet that can be read</source>
        <translation>enthält kein lesbares Opus-Paket</translation>
    </message>
    <message>
        <source>is not supported</source>
        <translation>wird nicht unterstützt</translation>
    </message>
    <message>
        <source>is not supported: %1</source>
        <translation>wird nicht unterstützt: %1</translation>
    </message>
    <message>
        <source>holds an invalid value: %1</source>
        <translation>enthält einen ungültigen Wert: %1</translation>
    </message>
    <message>
        <source>a value is out of its range: %1</source>
        <translation>ein Wert liegt außerhalb seines Bereichs: %1</translation>
    </message>
    <message>
        <source>can&apos;t be written: %1</source>
        <translation>kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>libopus refused: %1</source>
        <translation>libopus lehnt ab: %1</translation>
    </message>
    <message>
        <source>is too large; the limit is %1</source>
        <translation>ist zu groß; die Grenze ist %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1: byte %2: %3</source>
        <translation>%1: Byte %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>needs more memory than there is</source>
        <translation>braucht mehr Speicher, als da ist</translation>
    </message>
</context>
<context>
    <name>app::Main</name>
    <message>
        <source>there is not enough memory</source>
        <translation>der Speicher reicht nicht aus</translation>
    </message>
</context>
<context>
    <name>app::PlayCommand</name>
    <message>
        <source>there is no sound device “%1”</source>
        <translation>es gibt kein Tongerät „%1“</translation>
    </message>
    <message>
        <source>%1; no sound device was found</source>
        <translation>%1; kein Tongerät wurde gefunden</translation>
    </message>
    <message>
        <source>%1; there are: %2</source>
        <translation>%1; vorhanden sind: %2</translation>
    </message>
    <message>
        <source>--from: playout lasts %1 s only</source>
        <translation>--from: die Wiedergabe dauert nur %1 s</translation>
    </message>
    <message>
        <source>no packet is played, so nothing is heard</source>
        <translation>Kein Paket wird wiedergegeben, darum ist nichts zu hören</translation>
    </message>
</context>
<context>
    <name>app::PlayProgress</name>
    <message>
        <source>packet %1 played</source>
        <translation>Paket %1 gespielt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>%1 / %2  [%3]  buffer %4 ms  %5</source>
        <translation>%1 / %2  [%3]  Puffer %4 ms  %5</translation>
    </message>
    <message numerus="yes">
        <source>%n underrun(s)</source>
        <translation>
            <numerusform>%n Aussetzer</numerusform>
            <numerusform>%n Aussetzer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Player</name>
    <message>
        <source>The sound device refuses: %1. Playing silently.</source>
        <translation>Das Tongerät lehnt ab: %1. Wiedergabe ohne Ton.</translation>
    </message>
    <message>
        <source>No sound device was found. Playing silently.</source>
        <translation>Kein Tongerät gefunden. Wiedergabe ohne Ton.</translation>
    </message>
    <message>
        <source>There is no sound device “%1”. Playing silently.</source>
        <translation>Es gibt kein Tongerät „%1“. Wiedergabe ohne Ton.</translation>
    </message>
    <message>
        <source>The sound device has gone away. Playing silently.</source>
        <translation>Das Tongerät ist verschwunden. Wiedergabe ohne Ton.</translation>
    </message>
    <message>
        <source>This can&apos;t be played: %1</source>
        <translation>Das lässt sich nicht abspielen: %1</translation>
    </message>
</context>
<context>
    <name>app::Report</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>played</source>
        <translation>gespielt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>corrupt</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>reordered</source>
        <translation>vertauscht</translation>
    </message>
    <message>
        <source>recovered by FEC</source>
        <translation>durch FEC ersetzt</translation>
    </message>
    <message>
        <source>Playout</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>playout</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>dekodiert</translation>
    </message>
    <message>
        <source>FEC</source>
        <translation>FEC</translation>
    </message>
    <message>
        <source>concealed (PLC)</source>
        <translation>verschleiert (PLC)</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>longest gap</source>
        <translation>längste Lücke</translation>
    </message>
    <message>
        <source>Network delay</source>
        <translation>Netzverzögerung</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinste</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>50th percentile</source>
        <translation>50. Perzentil</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95. Perzentil</translation>
    </message>
    <message>
        <source>99th percentile</source>
        <translation>99. Perzentil</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größte</translation>
    </message>
    <message>
        <source>jitter, RFC 3550</source>
        <translation>Jitter, RFC 3550</translation>
    </message>
    <message>
        <source>Wait in the buffer</source>
        <translation>Wartezeit im Puffer</translation>
    </message>
</context>
<context>
    <name>app::SavingWork</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Copying the picture</source>
        <translation>Das Bild wird kopiert</translation>
    </message>
</context>
<context>
    <name>app::ScenarioFile</name>
    <message>
        <source>%1: %2 is outside the range %3 … %4</source>
        <translation>%1: %2 liegt außerhalb des Bereichs %3 … %4</translation>
    </message>
    <message>
        <source>%1: has to be a whole number</source>
        <translation>%1: muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>%1: there is no &quot;%2&quot;; possible are %3</source>
        <translation>%1: „%2“ gibt es nicht; möglich sind %3</translation>
    </message>
    <message>
        <source>seed: has to be a whole number, 0 … 18446744073709551615</source>
        <translation>seed: muss eine ganze Zahl sein, 0 … 18446744073709551615</translation>
    </message>
    <message>
        <source>seed: numbers above 9007199254740992 have to be written as strings, to be exact</source>
        <translation>seed: Zahlen über 9007199254740992 müssen als Zeichenkette geschrieben werden, um genau zu sein</translation>
    </message>
    <message>
        <source>%1: has to be true or false</source>
        <translation>%1: muss true oder false sein</translation>
    </message>
    <message>
        <source>%1: has to be a string</source>
        <translation>%1: muss eine Zeichenkette sein</translation>
    </message>
    <message>
        <source>%1: has to be a number</source>
        <translation>%1: muss eine Zahl sein</translation>
    </message>
    <message>
        <source>unknown key &quot;%1&quot;</source>
        <translation>unbekannter Schlüssel „%1“</translation>
    </message>
    <message>
        <source>%1: has to be an object</source>
        <translation>%1: muss ein Objekt sein</translation>
    </message>
    <message>
        <source>is not JSON: %1</source>
        <translation>ist kein JSON: %1</translation>
    </message>
    <message>
        <source>has to be one JSON object, {…}</source>
        <translation>muss ein einziges JSON-Objekt sein, {…}</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a number</source>
        <translation>%1: „%2“ ist keine Zahl</translation>
    </message>
    <message>
        <source>%1: is outside the range %2</source>
        <translation>%1: liegt außerhalb des Bereichs %2</translation>
    </message>
    <message>
        <source>%1: byte %2: %3</source>
        <translation>%1: Byte %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>app::ScenarioOptions</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>there is no &quot;%1&quot;; possible are %2</source>
        <translation>„%1“ gibt es nicht; möglich sind %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form KEY=VALUE</source>
        <translation>„%1“ hat nicht die Form SCHLÜSSEL=WERT</translation>
    </message>
    <message>
        <source>Read the scenario from a JSON file.</source>
        <translation>Das Szenario aus einer JSON-Datei lesen.</translation>
    </message>
    <message>
        <source>Start from a preset, for example busy-wifi.</source>
        <translation>Von einer Voreinstellung ausgehen, zum Beispiel busy-wifi.</translation>
    </message>
    <message>
        <source>Set one value, for example network.loss.rate=0.05; repeatable.</source>
        <translation>Einen Wert setzen, zum Beispiel network.loss.rate=0.05; wiederholbar.</translation>
    </message>
    <message>
        <source>Seed of the random draws.</source>
        <translation>Startwert des Zufalls.</translation>
    </message>
    <message>
        <source>can&apos;t be used together with --scenario</source>
        <translation>geht nicht zusammen mit --scenario</translation>
    </message>
    <message>
        <source>has to be a whole number, 0 … 18446744073709551615</source>
        <translation>muss eine ganze Zahl sein, 0 … 18446744073709551615</translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Another export is still running.</source>
        <translation>Ein anderer Export läuft noch.</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>%1 is the file that is open; choose another name.</source>
        <translation>%1 ist die geöffnete Datei; bitte einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>app::SweepOptions</name>
    <message>
        <source>--%1: %2</source>
        <translation>--%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; steps: has to be a whole number, %2 … %3</source>
        <translation>„%1“ Schritte: muss eine ganze Zahl sein, %2 … %3</translation>
    </message>
    <message>
        <source>Which value takes what range, for example network.loss.rate=0:0.1:11.</source>
        <translation>Welcher Wert welchen Bereich durchläuft, zum Beispiel network.loss.rate=0:0.1:11.</translation>
    </message>
    <message>
        <source>How many seeds each value is tried with.</source>
        <translation>Mit wie vielen Startwerten jeder Wert erprobt wird.</translation>
    </message>
    <message>
        <source>is missing, for example network.loss.rate=0:0.1:11</source>
        <translation>fehlt, zum Beispiel network.loss.rate=0:0.1:11</translation>
    </message>
    <message>
        <source>only one value can be swept at a time</source>
        <translation>nur ein Wert kann auf einmal durchlaufen werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form KEY=FROM:TO:STEPS</source>
        <translation>„%1“ hat nicht die Form SCHLÜSSEL=VON:BIS:SCHRITTE</translation>
    </message>
    <message>
        <source>there is no number &quot;%1&quot; to be swept</source>
        <translation>es gibt keine Zahl „%1“, die durchlaufen werden könnte</translation>
    </message>
    <message>
        <source>has to be a whole number, 1 … %1</source>
        <translation>muss eine ganze Zahl sein, 1 … %1</translation>
    </message>
</context>
<context>
    <name>app::SweepReport</name>
    <message numerus="yes">
        <source>Mean over %n seed(s) from %1 on, in brackets the least and the greatest.</source>
        <translation>
            <numerusform>Mittel über %n Startwert ab %1, in Klammern das kleinste und das größte Ergebnis.</numerusform>
            <numerusform>Mittel über %n Startwerte ab %1, in Klammern das kleinste und das größte Ergebnis.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not possible: %2</source>
        <translation>%1 ist nicht möglich: %2</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <translation>Am besten: %1</translation>
    </message>
</context>
<context>
    <name>app::SweepWork</name>
    <message>
        <source>Sweeping: %1</source>
        <translation>Durchlauf: %1</translation>
    </message>
</context>
<context>
    <name>app::UserPresets</name>
    <message>
        <source>A preset needs a name of one line.</source>
        <translation>Eine Voreinstellung braucht einen Namen aus einer Zeile.</translation>
    </message>
    <message>
        <source>The name “%1” is too long.</source>
        <translation>Der Name „%1“ ist zu lang.</translation>
    </message>
    <message>
        <source>“%1” is the name of a preset that comes with the program.</source>
        <translation>„%1“ heißt eine Voreinstellung, die zum Programm gehört.</translation>
    </message>
    <message>
        <source>“%1” is not known in a preset</source>
        <translation>„%1“ ist in einer Voreinstellung nicht bekannt</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>sie hat keinen Namen</translation>
    </message>
    <message>
        <source>it has no scenario</source>
        <translation>sie hat kein Szenario</translation>
    </message>
    <message>
        <source>it is too large for a preset</source>
        <translation>sie ist zu groß für eine Voreinstellung</translation>
    </message>
    <message>
        <source>it is no JSON object: byte %1</source>
        <translation>sie ist kein JSON-Objekt: Byte %1</translation>
    </message>
    <message>
        <source>another file has the name “%1” already</source>
        <translation>eine andere Datei hat schon den Namen „%1“</translation>
    </message>
    <message>
        <source>The preset file %1 is left out: %2</source>
        <translation>Die Voreinstellungsdatei %1 bleibt außen vor: %2</translation>
    </message>
    <message>
        <source>%1: the folder can&apos;t be made</source>
        <translation>%1: Der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no preset “%1” any more.</source>
        <translation>Die Voreinstellung „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is a preset “%1” already.</source>
        <translation>Die Voreinstellung „%1“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>app::WindowPresets</name>
    <message>
        <source>There is no preset “%1” any more.</source>
        <translation>Die Voreinstellung „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>Voreinstellung %1</translation>
    </message>
</context>
<context>
    <name>app::WindowProgram</name>
    <message>
        <source>there is no display for the window; use this instead: %1 analyze %2</source>
        <translation>für das Fenster ist keine Anzeige da; stattdessen geht: %1 analyze %2</translation>
    </message>
</context>
<context>
    <name>app::WindowSession</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open scenario %1</source>
        <translation>Szenario %1 öffnen</translation>
    </message>
    <message>
        <source>%1. Save it in another place.</source>
        <translation>%1. Speichern Sie die Datei an einem anderen Ort.</translation>
    </message>
    <message>
        <source>Copying the picture</source>
        <translation>Kopieren des Bildes</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>Das Bild liegt in der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>app::presets</name>
    <message>
        <source>LAN</source>
        <translation>LAN</translation>
    </message>
    <message>
        <source>Home Wi-Fi</source>
        <translation>WLAN zu Hause</translation>
    </message>
    <message>
        <source>Busy Wi-Fi</source>
        <translation>Volles WLAN</translation>
    </message>
    <message>
        <source>4G moving</source>
        <translation>4G unterwegs</translation>
    </message>
    <message>
        <source>3G</source>
        <translation>3G</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>Conference from hotel</source>
        <translation>Konferenz aus dem Hotel</translation>
    </message>
</context>
<context>
    <name>app::system</name>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>auf dem Gerät ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>das Kontingent ist erschöpft</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>das Dateisystem erlaubt nur Lesen</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
</context>
<context>
    <name>ui::ArrivalLane</name>
    <message>
        <source>Arrival vs playout</source>
        <translation>Ankunft und Wiedergabe</translation>
    </message>
    <message>
        <source>network delay of each packet, and the deadline it had to meet</source>
        <translation>Netzverzögerung jedes Pakets und seine Frist</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>played</source>
        <translation>gespielt</translation>
    </message>
    <message>
        <source>late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>reordered</source>
        <translation>vertauscht</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>playout deadline %1 ms</source>
        <translation>Wiedergabefrist %1 ms</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>corrupt</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Further copy</source>
        <translation>Weitere Kopie</translation>
    </message>
    <message>
        <source>arrived %1 (delay %2)</source>
        <translation>angekommen %1 (Verzögerung %2)</translation>
    </message>
    <message>
        <source>+%1 ms</source>
        <translation>+%1 ms</translation>
    </message>
</context>
<context>
    <name>ui::BlindMode</name>
    <message>
        <source>Blind test – JitterScope</source>
        <translation>Blindtest – JitterScope</translation>
    </message>
</context>
<context>
    <name>ui::BlindPage</name>
    <message>
        <source>Blind test</source>
        <translation>Blindtest</translation>
    </message>
    <message>
        <source>Is X the same as A or as B?</source>
        <translation>Ist X dasselbe wie A oder wie B?</translation>
    </message>
    <message>
        <source>A is</source>
        <translation>A ist</translation>
    </message>
    <message>
        <source>B is</source>
        <translation>B ist</translation>
    </message>
    <message>
        <source>Hear A</source>
        <translation>A hören</translation>
    </message>
    <message>
        <source>Hear X</source>
        <translation>X hören</translation>
    </message>
    <message>
        <source>Hear B</source>
        <translation>B hören</translation>
    </message>
    <message>
        <source>X is A</source>
        <translation>X ist A</translation>
    </message>
    <message>
        <source>X is B</source>
        <translation>X ist B</translation>
    </message>
    <message>
        <source>In every trial X is drawn anew. Decide beforehand how many trials you want to make: ten or more tell something. p is the chance to get at least as many right by guessing.</source>
        <translation>In jedem Durchgang wird X neu ausgelost. Legen Sie vorher fest, wie viele Durchgänge Sie machen: Zehn oder mehr sagen etwas aus. p ist die Wahrscheinlichkeit, durch Raten mindestens so oft richtig zu liegen.</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>Szenario %1</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Listen to A, B and X as often as you like.</source>
        <translation>Hören Sie A, B und X, so oft Sie wollen.</translation>
    </message>
    <message>
        <source>Right: X was %1.</source>
        <translation>Richtig: X war %1.</translation>
    </message>
    <message>
        <source>Wrong: X was %1.</source>
        <translation>Falsch: X war %1.</translation>
    </message>
    <message>
        <source>No trial answered yet</source>
        <translation>Noch kein Durchgang beantwortet</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>%1 of %2 right, %3</source>
        <translation>%1 von %2 richtig, %3</translation>
    </message>
    <message>
        <source>Blind test (ABX): %1</source>
        <translation>Blindtest (ABX): %1</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A: %1</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>From A to B: %1</source>
        <translation>Von A zu B: %1</translation>
    </message>
    <message>
        <source>p: chance of at least as many right by guessing (binomial, one-sided)</source>
        <translation>p: Wahrscheinlichkeit, durch Raten mindestens so oft richtig zu liegen (binomial, einseitig)</translation>
    </message>
    <message>
        <source>A and B are the same: there is nothing to tell apart. Choose another one.</source>
        <translation>A und B sind dasselbe: Es gibt nichts zu unterscheiden. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>%1 and %2 are set alike: there is nothing to tell apart.</source>
        <translation>%1 und %2 sind gleich eingestellt: Es gibt nichts zu unterscheiden.</translation>
    </message>
</context>
<context>
    <name>ui::BufferLane</name>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>buffered audio, and the playout delay set</source>
        <translation>gepuffertes Audio und die eingestellte Vorhaltezeit</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>ui::BufferPanel</name>
    <message>
        <source>Jitter buffer</source>
        <translation>Jitterpuffer</translation>
    </message>
</context>
<context>
    <name>ui::Commands</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Network p&amp;reset</source>
        <translation>Netz-&amp;Voreinstellung</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Simulate</source>
        <translation>&amp;Simulation</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>La&amp;nes</source>
        <translation>Spu&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Keep the scenario</source>
        <translation>Szenario &amp;merken</translation>
    </message>
</context>
<context>
    <name>ui::CompareModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>slot of a scenario, what differs</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the same as %1</source>
        <translation>dasselbe wie %1</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 on view</source>
        <translation>%1 (gezeigt)</translation>
    </message>
    <message>
        <source>How much more (+) or less (−) scenario %1 has than %2</source>
        <translation>Um wie viel mehr (+) oder weniger (−) Szenario %1 hat als %2</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>Szenario %1</translation>
    </message>
</context>
<context>
    <name>ui::ComparePage</name>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Scenario that the others are compared with</source>
        <translation>Szenario, mit dem die anderen verglichen werden</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was verschieden ist</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Keep what you see as scenario B (Ctrl+2), change something, and read here what it does. The keys 1 to 4 show and play A to D.</source>
        <translation>Behalten Sie, was Sie sehen, als Szenario B (Strg+2), ändern Sie etwas und lesen Sie hier, was es bewirkt. Die Tasten 1 bis 4 zeigen und spielen A bis D.</translation>
    </message>
    <message>
        <source>Open a file to compare scenarios here.</source>
        <translation>Öffnen Sie eine Datei, um hier Szenarien zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>ui::ConcealmentPanel</name>
    <message>
        <source>Concealment</source>
        <translation>Verschleierung</translation>
    </message>
</context>
<context>
    <name>ui::DelayPlot</name>
    <message>
        <source>Delay distribution</source>
        <translation>Verteilung der Verzögerung</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Delay distribution&lt;/b&gt;&lt;br&gt;How many packets had which network delay (arrival − send time), in ms. The line tells which share of the packets that arrived had at most that delay, from 0 % at the bottom to 100 % at the top. The deadline is the delay of the packet that came first plus the playout delay: %1. What lies right of it is late while the strategy keeps that delay.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Verteilung der Verzögerung&lt;/b&gt;&lt;br&gt;Wie viele Pakete welche Netzverzögerung (Ankunft − Sendezeit) hatten, in ms. Die Linie sagt, welcher Anteil der angekommenen Pakete höchstens diese Verzögerung hatte, von 0 % unten bis 100 % oben. Die Frist ist die Verzögerung des Pakets, das zuerst ankam, plus die Vorhaltezeit: %1. Was rechts davon liegt, ist zu spät, solange die Strategie diese Verzögerung beibehält.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>if kept fixed</source>
        <translation>wenn fest</translation>
    </message>
</context>
<context>
    <name>ui::EmptyView</name>
    <message>
        <source>Drop an Opus recording here</source>
        <translation>Opus-Aufnahme hier ablegen</translation>
    </message>
    <message>
        <source>Ogg Opus (.opus, .ogg) or a stamped capture (.stamped, .txt, .hex)</source>
        <translation>Ogg Opus (.opus, .ogg) oder ein gestempelter Mitschnitt (.stamped, .txt, .hex)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>ui::GapModel</name>
    <message>
        <source>No delay would have saved it: not all of its packets arrived.</source>
        <translation>Keine Verzögerung hätte sie verhindert: Nicht alle ihre Pakete kamen an.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Repaired by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Saved by delay</source>
        <translation>Nötige Verzögerung</translation>
    </message>
    <message>
        <source>Spectral damage</source>
        <translation>Spektralschaden</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>When playout ran into it, on the receiver&apos;s clock</source>
        <translation>Wann die Wiedergabe auf sie traf, nach der Uhr des Empfängers</translation>
    </message>
    <message>
        <source>Playout without its own packets</source>
        <translation>Wiedergabe ohne eigene Pakete</translation>
    </message>
    <message>
        <source>What broke it, and how many packets</source>
        <translation>Was sie verursachte, und wie viele Pakete</translation>
    </message>
    <message>
        <source>What was played in place of the packets</source>
        <translation>Was anstelle der Pakete gespielt wurde</translation>
    </message>
    <message>
        <source>How much more buffer delay would have saved it: by how much its latest packet missed its due time</source>
        <translation>Wie viel mehr Pufferverzögerung sie verhindert hätte: um wie viel ihr spätestes Paket den Zeitpunkt der Fälligkeit verfehlte</translation>
    </message>
    <message>
        <source>Packets that should have sounded here</source>
        <translation>Pakete, die hier hätten erklingen sollen</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Log-spectral distance between what was heard and what was sent, over the gap (of one longer than a minute, its first minute) and the 100 ms after it. An estimate of how audible it is.</source>
        <translation>Log-spektraler Abstand zwischen Gehörtem und Gesendetem, über die Lücke (von einer, die länger als eine Minute ist, die erste Minute) und die 100 ms danach. Eine Schätzung, wie hörbar sie ist.</translation>
    </message>
</context>
<context>
    <name>ui::GapTable</name>
    <message>
        <source>%1 ×%2</source>
        <comment>what and how many</comment>
        <translation>%1 ×%2</translation>
    </message>
</context>
<context>
    <name>ui::GapsPage</name>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>No gaps: every packet was played in time.</source>
        <translation>Keine Lücken: Jedes Paket wurde rechtzeitig gespielt.</translation>
    </message>
    <message>
        <source>Open a file to see its gaps here.</source>
        <translation>Öffnen Sie eine Datei, um hier ihre Lücken zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>No gaps in the playout, though %Ln packet(s) were not played: see Packets.</source>
        <translation>
            <numerusform>Keine Lücken in der Wiedergabe, obwohl %Ln Paket nicht gespielt wurde: siehe Pakete.</numerusform>
            <numerusform>Keine Lücken in der Wiedergabe, obwohl %Ln Pakete nicht gespielt wurden: siehe Pakete.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneRows</name>
    <message>
        <source>estimate, until the whole capture is analysed</source>
        <translation>Schätzung, bis der ganze Mitschnitt untersucht ist</translation>
    </message>
    <message>
        <source>estimate from one packet in %1, until the whole capture is analysed</source>
        <translation>Schätzung aus einem von %1 Paketen, bis der ganze Mitschnitt untersucht ist</translation>
    </message>
</context>
<context>
    <name>ui::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Byte</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medienzeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Time of day of a message of the program</source>
        <translation>Uhrzeit einer Meldung des Programms</translation>
    </message>
    <message>
        <source>Where in the file the damage was found</source>
        <translation>Wo in der Datei der Schaden gefunden wurde</translation>
    </message>
    <message>
        <source>Where in the stream, if that is known</source>
        <translation>Wo im Strom, falls bekannt</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>JitterScope</source>
        <translation>JitterScope</translation>
    </message>
    <message>
        <source>%1 – JitterScope</source>
        <translation>%1 – JitterScope</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Reset all values</source>
        <translation>Alle Werte zurücksetzen</translation>
    </message>
    <message>
        <source>About JitterScope</source>
        <translation>Über JitterScope</translation>
    </message>
    <message>
        <source>&lt;b&gt;JitterScope&lt;/b&gt;&lt;p&gt;What should this jitter buffer do with this stream on that network, and how will it sound?&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;JitterScope&lt;/b&gt;&lt;p&gt;Was soll dieser Jitterpuffer mit diesem Strom in jenem Netz tun, und wie klingt das?&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <extracomment>name of a file, begin and end of what is looped</extracomment>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln file(s) only the first one is opened.</source>
        <translation>
            <numerusform>Von %Ln Datei wird nur die erste geöffnet.</numerusform>
            <numerusform>Von %Ln Dateien wird nur die erste geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a picture is saved as .png, .svg or .pdf</source>
        <translation>%1: Ein Bild wird als .png, .svg oder .pdf gespeichert</translation>
    </message>
    <message>
        <source>Height of the tables</source>
        <translation>Höhe der Tabellen</translation>
    </message>
    <message>
        <source>Width of the settings</source>
        <translation>Breite der Einstellungen</translation>
    </message>
    <message>
        <source>Width of the statistics</source>
        <translation>Breite der Statistik</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::NetworkPanel</name>
    <message>
        <source>Network preset</source>
        <translation>Netz-Voreinstellung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>no overtaking</source>
        <translation>kein Überholen</translation>
    </message>
    <message>
        <source>Keep order</source>
        <translation>Reihenfolge halten</translation>
    </message>
    <message>
        <source>No packet overtakes another: one that would arrive before its predecessor arrives with it.</source>
        <translation>Kein Paket überholt ein anderes: Eines, das vor seinem Vorgänger ankäme, kommt mit ihm an.</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Which of all possible networks: the same seed loses and delays the same packets. A whole number from 0.</source>
        <translation>Welches von allen möglichen Netzen: Derselbe Startwert verliert und verzögert dieselben Pakete. Eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Startwert</translation>
    </message>
    <message>
        <source>Another seed, drawn at random</source>
        <translation>Ein anderer Startwert, zufällig gezogen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Sets the whole scenario: the network of a typical place, and a buffer that suits it.</source>
        <translation>Stellt das ganze Szenario ein: das Netz eines typischen Ortes und einen Puffer, der dazu passt.</translation>
    </message>
    <message>
        <source>“%1” is no seed: it has to be a whole number from 0 to %2.</source>
        <translation>„%1“ ist kein Startwert: Es muss eine ganze Zahl von 0 bis %2 sein.</translation>
    </message>
</context>
<context>
    <name>ui::OutcomeText</name>
    <message>
        <source>played</source>
        <translation>gespielt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>corrupt</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>starved</source>
        <translation>Leerlauf</translation>
    </message>
    <message>
        <source>FEC</source>
        <translation>FEC</translation>
    </message>
    <message>
        <source>PLC</source>
        <translation>PLC</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>SILK</source>
        <translation>SILK</translation>
    </message>
    <message>
        <source>hybrid</source>
        <translation>Hybrid</translation>
    </message>
    <message>
        <source>CELT</source>
        <translation>CELT</translation>
    </message>
    <message>
        <source>narrowband</source>
        <translation>Schmalband</translation>
    </message>
    <message>
        <source>mediumband</source>
        <translation>Mittelband</translation>
    </message>
    <message>
        <source>wideband</source>
        <translation>Breitband</translation>
    </message>
    <message>
        <source>super-wideband</source>
        <translation>Superbreitband</translation>
    </message>
    <message>
        <source>fullband</source>
        <translation>Vollband</translation>
    </message>
    <message numerus="yes">
        <source>%1 page(s) of another stream, passed over</source>
        <translation>
            <numerusform>%1 Seite eines anderen Stroms, übergangen</numerusform>
            <numerusform>%1 Seiten eines anderen Stroms, übergangen</numerusform>
        </translation>
    </message>
    <message>
        <source>The stream ends without its last page</source>
        <translation>Der Strom endet ohne seine letzte Seite</translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) that belong to nothing, passed over</source>
        <translation>
            <numerusform>%1 Byte, das zu nichts gehört, übergangen</numerusform>
            <numerusform>%1 Byte, die zu nichts gehören, übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Page of %1 byte(s) with a wrong checksum, left out</source>
        <translation>
            <numerusform>Seite von %1 Byte mit falscher Prüfsumme, ausgelassen</numerusform>
            <numerusform>Seite von %1 Byte mit falscher Prüfsumme, ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 page(s) missing</source>
        <translation>
            <numerusform>%1 Seite fehlt</numerusform>
            <numerusform>%1 Seiten fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of audio missing</source>
        <translation>%1 Audio fehlen</translation>
    </message>
    <message numerus="yes">
        <source>The page&apos;s position differs from its packets by %1 sample(s)</source>
        <translation>
            <numerusform>Die Position der Seite weicht um %1 Abtastwert von ihren Paketen ab</numerusform>
            <numerusform>Die Position der Seite weicht um %1 Abtastwerte von ihren Paketen ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file ends inside a page; %1 byte(s) left over</source>
        <translation>
            <numerusform>Die Datei endet mitten in einer Seite; %1 Byte bleibt übrig</numerusform>
            <numerusform>Die Datei endet mitten in einer Seite; %1 Byte bleiben übrig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file ends inside a record; %1 byte(s) left over</source>
        <translation>
            <numerusform>Die Datei endet mitten in einem Datensatz; %1 Byte bleibt übrig</numerusform>
            <numerusform>Die Datei endet mitten in einem Datensatz; %1 Byte bleiben übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Record said to be %1 bytes long, more than any packet</source>
        <translation>Datensatz mit angeblich %1 Byte, mehr als jedes Paket</translation>
    </message>
    <message numerus="yes">
        <source>Stamped frame of only %1 byte(s)</source>
        <translation>
            <numerusform>Gestempelter Rahmen von nur %1 Byte</numerusform>
            <numerusform>Gestempelter Rahmen von nur %1 Byte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not a valid Opus packet (%1 byte(s))</source>
        <translation>
            <numerusform>Kein gültiges Opus-Paket (%1 Byte)</numerusform>
            <numerusform>Kein gültiges Opus-Paket (%1 Byte)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another packet of %1 byte(s) with a time stamp already used</source>
        <translation>
            <numerusform>Ein weiteres Paket von %1 Byte mit einem schon benutzten Zeitstempel</numerusform>
            <numerusform>Ein weiteres Paket von %1 Byte mit einem schon benutzten Zeitstempel</numerusform>
        </translation>
    </message>
    <message>
        <source>Time stamp far away from all others, packet left out</source>
        <translation>Zeitstempel weit ab von allen anderen, Paket ausgelassen</translation>
    </message>
    <message>
        <source>Line %1 is not hexadecimal</source>
        <translation>Zeile %1 ist nicht hexadezimal</translation>
    </message>
    <message numerus="yes">
        <source>Comment header of %1 byte(s) is damaged</source>
        <translation>
            <numerusform>Kommentarkopf von %1 Byte ist beschädigt</numerusform>
            <numerusform>Kommentarkopf von %1 Byte ist beschädigt</numerusform>
        </translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Arrival far away from all others, taken as unknown</source>
        <translation>Ankunft weit weg von allen anderen, gilt als unbekannt</translation>
    </message>
</context>
<context>
    <name>ui::OutputLane</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>what is heard</source>
        <translation>was zu hören ist</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>dekodiert</translation>
    </message>
    <message>
        <source>FEC</source>
        <translation>FEC</translation>
    </message>
    <message>
        <source>concealed</source>
        <translation>verschleiert</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>Stillstand</translation>
    </message>
</context>
<context>
    <name>ui::OverviewLane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
</context>
<context>
    <name>ui::OwnPresetsDialog</name>
    <message>
        <source>My presets</source>
        <translation>Meine Voreinstellungen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No presets of your own are left.</source>
        <translation>Es sind keine eigenen Voreinstellungen mehr da.</translation>
    </message>
    <message>
        <source>There is a preset “%1” already.</source>
        <translation>Die Voreinstellung „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>Eine Voreinstellung braucht einen Namen.</translation>
    </message>
    <message>
        <source>Press again to delete “%1” for good.</source>
        <translation>Noch einmal drücken löscht „%1“ endgültig.</translation>
    </message>
</context>
<context>
    <name>ui::PacketDescription</name>
    <message>
        <source>Packet</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Media time</source>
        <translation>Medienzeit</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>%1 (delay %2)</source>
        <translation>%1 (Verzögerung %2)</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Playout</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>reordered</source>
        <translation>vertauscht</translation>
    </message>
    <message>
        <source>duplicated</source>
        <translation>dupliziert</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
</context>
<context>
    <name>ui::PacketTable</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medienzeit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Playout</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>FEC</source>
        <translation>FEC</translation>
    </message>
    <message>
        <source>DTX</source>
        <translation>DTX</translation>
    </message>
    <message>
        <source>Number of the packet in the order it was sent, from 0</source>
        <translation>Nummer des Pakets in der Reihenfolge des Sendens, ab 0</translation>
    </message>
    <message>
        <source>Sequence number, where the format has one</source>
        <translation>Folgenummer, wo das Format eine hat</translation>
    </message>
    <message>
        <source>Position in the stream</source>
        <translation>Stelle im Strom</translation>
    </message>
    <message>
        <source>Audio in the packet</source>
        <translation>Audio im Paket</translation>
    </message>
    <message>
        <source>Size of the Opus packet, without any header of the network</source>
        <translation>Größe des Opus-Pakets, ohne Köpfe des Netzes</translation>
    </message>
    <message>
        <source>When it left the sender, on the receiver&apos;s clock</source>
        <translation>Wann es den Sender verließ, nach der Uhr des Empfängers</translation>
    </message>
    <message>
        <source>When its first copy reached the buffer; empty if it never did</source>
        <translation>Wann seine erste Kopie den Puffer erreichte; leer, wenn das nie geschah</translation>
    </message>
    <message>
        <source>When it had to be played, as far as the strategy knew</source>
        <translation>Wann es zu spielen war, soweit die Strategie es wusste</translation>
    </message>
    <message>
        <source>When it was played; empty if it was not</source>
        <translation>Wann es gespielt wurde; leer, wenn es das nicht wurde</translation>
    </message>
    <message>
        <source>Due minus arrival: below zero, it came too late by that much</source>
        <translation>Fälligkeit minus Ankunft: Unter null kam es um so viel zu spät</translation>
    </message>
    <message>
        <source>What became of it: exactly one of played, lost, late, overflow, corrupt</source>
        <translation>Was aus ihm wurde: genau eines von gespielt, verloren, zu spät, Überlauf, beschädigt</translation>
    </message>
    <message>
        <source>How the playout of a packet that was not played was filled</source>
        <translation>Womit die Wiedergabe gefüllt wurde, wenn das Paket nicht gespielt wurde</translation>
    </message>
    <message>
        <source>Mode of the codec (RFC 6716 §3.1)</source>
        <translation>Modus des Codecs (RFC 6716 §3.1)</translation>
    </message>
    <message>
        <source>Audio bandwidth (RFC 6716 §3.1)</source>
        <translation>Audiobandbreite (RFC 6716 §3.1)</translation>
    </message>
    <message>
        <source>Channels coded in the packet</source>
        <translation>Im Paket kodierte Kanäle</translation>
    </message>
    <message>
        <source>Opus frames in the packet (RFC 6716 §3.2)</source>
        <translation>Opus-Rahmen im Paket (RFC 6716 §3.2)</translation>
    </message>
    <message>
        <source>Carries forward error correction (LBRR) for the frame before it</source>
        <translation>Trägt Vorwärtsfehlerkorrektur (LBRR) für den Rahmen davor</translation>
    </message>
    <message>
        <source>Discontinuous transmission: asks for comfort noise</source>
        <translation>Unterbrochene Übertragung: verlangt Komfortrauschen</translation>
    </message>
</context>
<context>
    <name>ui::PacketsPage</name>
    <message>
        <source>Fate of the packets shown</source>
        <translation>Verbleib der gezeigten Pakete</translation>
    </message>
    <message>
        <source>All fates</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>617-619, 0:12.3, late, PLC, wideband …</source>
        <translation>617-619, 0:12,3, zu spät, PLC, Breitband …</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packet(s)</source>
        <translation>
            <numerusform>%Ln Paket</numerusform>
            <numerusform>%Ln Pakete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln packet(s)</source>
        <translation>
            <numerusform>%1 von %Ln Paket</numerusform>
            <numerusform>%1 von %Ln Paketen</numerusform>
        </translation>
    </message>
    <message>
        <source>No packet fits the filter.</source>
        <translation>Auf den Filter passt kein Paket.</translation>
    </message>
    <message>
        <source>Open a file to see its packets here.</source>
        <translation>Öffnen Sie eine Datei, um hier ihre Pakete zu sehen.</translation>
    </message>
    <message>
        <source>sorting and filtering, %1</source>
        <translation>sortiert und filtert, %1</translation>
    </message>
    <message>
        <source>Shows the packets that every word fits: packet numbers, a media time, or part of a fate, repair, mode or bandwidth; also mono, stereo and DTX. FEC shows the packets repaired by it, FEC:yes those that carry it for the packet before.</source>
        <translation>Zeigt die Pakete, auf die jedes Wort passt: Paketnummern, eine Medienzeit oder ein Teil von Verbleib, Ersatz, Modus oder Bandbreite; auch Mono, Stereo und DTX. FEC zeigt die damit reparierten Pakete, FEC:ja jene, die FEC für das Paket davor enthalten.</translation>
    </message>
    <message>
        <source>%1 is selected, but filtered out</source>
        <translation>%1 ist ausgewählt, aber ausgefiltert</translation>
    </message>
</context>
<context>
    <name>ui::Provenance</name>
    <message>
        <source>FEC of %1</source>
        <translation>FEC aus %1</translation>
    </message>
    <message>
        <source>PLC %1</source>
        <translation>PLC %1</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>stall</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Gemacht aus</translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>FEC in packet %1</source>
        <translation>FEC in Paket %1</translation>
    </message>
    <message>
        <source>PLC, frame no. %1 of the gap (%2 each)</source>
        <translation>PLC, Rahmen Nr. %1 der Lücke (je %2)</translation>
    </message>
    <message>
        <source>nothing: playout stood still</source>
        <translation>nichts: Die Wiedergabe stand still</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klingt</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, für %2</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
</context>
<context>
    <name>ui::QualityLane</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>share of concealed audio (PLC, silence), 1 s window</source>
        <translation>Anteil verschleierten Audios (PLC, Stille), Fenster von 1 s</translation>
    </message>
</context>
<context>
    <name>ui::ResultsPanel</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 rows were copied.</source>
        <translation>Nur die ersten %1 von %2 Zeilen wurden kopiert.</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing to report: no damage was found and nothing went wrong.</source>
        <translation>Nichts zu berichten: kein Schaden gefunden, nichts schiefgegangen.</translation>
    </message>
    <message>
        <source>N next gap · L loop it · Enter jump</source>
        <translation>N nächste Lücke · L Schleife · Enter springen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
</context>
<context>
    <name>ui::SavePresetDialog</name>
    <message>
        <source>“%1” comes with the program. Choose another name.</source>
        <translation>„%1“ gehört zum Programm. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>There is a preset “%1” already; it would be replaced.</source>
        <translation>Die Voreinstellung „%1“ gibt es schon; sie würde ersetzt.</translation>
    </message>
    <message>
        <source>It holds all values: network, jitter buffer, concealment and seed.</source>
        <translation>Sie enthält alle Werte: Netz, Jitterpuffer, Verschleierung und Startwert.</translation>
    </message>
</context>
<context>
    <name>ui::ScenarioEditor</name>
    <message>
        <source>%1 %2 → %3</source>
        <comment>loss rate, from, to</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Keep order</source>
        <translation>Reihenfolge halten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Keep as %1</source>
        <translation>Als %1 behalten</translation>
    </message>
    <message>
        <source>Forget the other scenarios</source>
        <translation>Die anderen Szenarien vergessen</translation>
    </message>
</context>
<context>
    <name>ui::ShapePlot</name>
    <message>
        <source>Shape of the delay distribution</source>
        <translation>Form der Verteilung der Verzögerung</translation>
    </message>
    <message>
        <source>Density of the network delay that the jitter settings make, before correlation and order.</source>
        <translation>Dichte der Netzverzögerung, die sich aus den Jitter-Einstellungen ergibt, vor Korrelation und Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Mouse: wheel zooms at the pointer, drag pans, Shift+drag selects, a click seeks, a double-click shows all.
A double-click on a value sets its default.
In the timeline Up and Down choose a lane and Esc forgets the selection. Enter in the table of gaps goes to the gap.
On the trade-off the arrows move a cursor and Enter sets the playout delay to it.</source>
        <translation>Maus: Das Rad zoomt am Zeiger, Ziehen verschiebt, Umschalt+Ziehen wählt aus, ein Klick springt, ein Doppelklick zeigt alles.
Ein Doppelklick auf einen Wert setzt seine Vorgabe.
In der Zeitachse wählen Auf und Ab eine Spur, Esc vergisst die Auswahl. Die Eingabetaste in der Tabelle der Lücken springt zur Lücke.
In der Abwägung bewegen die Pfeile eine Marke, und die Eingabetaste stellt die Vorhaltezeit auf sie ein.</translation>
    </message>
</context>
<context>
    <name>ui::SlotBar</name>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Keep ▾</source>
        <translation>Merken ▾</translation>
    </message>
    <message>
        <source>Keep this scenario</source>
        <translation>Dieses Szenario behalten</translation>
    </message>
    <message>
        <source>Keeps what is on view beside what comes next, to be compared.</source>
        <translation>Behält, was gezeigt wird, neben dem, was kommt, zum Vergleich.</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>Szenario %1</translation>
    </message>
    <message>
        <source>Empty. A click begins it as a copy of %1.</source>
        <translation>Leer. Ein Klick beginnt es als Kopie von %1.</translation>
    </message>
    <message>
        <source>On view: every change is a change of this one.</source>
        <translation>Wird gezeigt: Jede Änderung ändert dieses.</translation>
    </message>
</context>
<context>
    <name>ui::Splitter</name>
    <message>
        <source>%1: drag, or arrow keys</source>
        <translation>%1: ziehen oder Pfeiltasten</translation>
    </message>
</context>
<context>
    <name>ui::StaircaseLane</name>
    <message>
        <source>Arrival vs playout</source>
        <translation>Ankunft und Wiedergabe</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>playout</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>media time upwards, 0 is sent at the left edge; the way across is the time a packet waits</source>
        <translation>Medienzeit nach oben, 0 wird am linken Rand gesendet; der Weg quer ist die Zeit, die ein Paket wartet</translation>
    </message>
</context>
<context>
    <name>ui::StatisticsPanel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 / %2 / %3 ms</source>
        <translation>%1 / %2 / %3 ms</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>whole capture</source>
        <translation>ganzer Mitschnitt</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>What the statistics are of</source>
        <translation>Wovon die Statistik handelt</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Selection&lt;/b&gt;&lt;br&gt;Packets count that were sent in this time, whenever they arrived or were played. Playout counts as far as it lies in this time. Times of the receiver’s clock.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Auswahl&lt;/b&gt;&lt;br&gt;Es zählen die Pakete, die in dieser Zeit gesendet wurden, wann immer sie ankamen oder gespielt wurden. Wiedergabe zählt, soweit sie in dieser Zeit liegt. Zeiten nach der Uhr des Empfängers.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Drag with Shift in the timeline to select a range; Esc forgets it</source>
        <translation>Mit Umschalt in der Zeitachse ziehen wählt einen Bereich; Esc hebt ihn auf</translation>
    </message>
    <message>
        <source>Selection %1</source>
        <translation>Auswahl %1</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>Stereo</translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 kb/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>Looking for sound devices…</source>
        <translation>Tongeräte werden gesucht …</translation>
    </message>
    <message>
        <source>No sound device: playing silently</source>
        <translation>Kein Tongerät: Wiedergabe ohne Ton</translation>
    </message>
    <message>
        <source>No sound device: plays silently</source>
        <translation>Kein Tongerät: spielt ohne Ton</translation>
    </message>
    <message numerus="yes">
        <source>%Ln underrun(s)</source>
        <translation>
            <numerusform>%Ln Aussetzer</numerusform>
            <numerusform>%Ln Aussetzer</numerusform>
        </translation>
    </message>
    <message>
        <source>PortAudio: %1, 48 kHz, %2</source>
        <translation>PortAudio: %1, 48 kHz, %2</translation>
    </message>
    <message>
        <source>PortAudio: %1, 48 kHz, %2 ms latency, %3</source>
        <translation>PortAudio: %1, 48 kHz, %2 ms Latenz, %3</translation>
    </message>
    <message>
        <source>Opus 48 kHz %1, %2 %3, %4, %5</source>
        <translation>Opus 48 kHz %1, %2 %3, %4, %5</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packet(s), %1</source>
        <translation>
            <numerusform>%Ln Paket, %1</numerusform>
            <numerusform>%Ln Pakete, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged: see Log</source>
        <translation>beschädigt: siehe Protokoll</translation>
    </message>
    <message>
        <source>No capture</source>
        <translation>Kein Mitschnitt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::SweepBar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name, unit</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Setting that is swept</source>
        <translation>Einstellung, die durchlaufen wird</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>Anzahl der Werte</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>Anzahl der Startwerte</translation>
    </message>
    <message>
        <source>How many values, the first and the last one included.</source>
        <translation>Wie viele Werte, den ersten und den letzten mitgezählt.</translation>
    </message>
    <message>
        <source>With how many networks of the same kind each value is tried: that of the seed that is set, and those of the numbers behind it. The same ones for all values.</source>
        <translation>Mit wie vielen Netzen derselben Art jeder Wert erprobt wird: mit dem des eingestellten Startwerts und denen der Zahlen dahinter. Für alle Werte mit denselben.</translation>
    </message>
    <message>
        <source>State of the sweep</source>
        <translation>Stand des Durchlaufs</translation>
    </message>
    <message>
        <source>The first value.</source>
        <translation>Der erste Wert.</translation>
    </message>
    <message>
        <source>The last value.</source>
        <translation>Der letzte Wert.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the sweep</source>
        <translation>Den Durchlauf abbrechen</translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation>Den Durchlauf starten</translation>
    </message>
    <message>
        <source>What is known already stays.</source>
        <translation>Was schon bekannt ist, bleibt.</translation>
    </message>
    <message>
        <source>Tries every value with every seed, in the background.</source>
        <translation>Erprobt jeden Wert mit jedem Startwert, im Hintergrund.</translation>
    </message>
</context>
<context>
    <name>ui::SweepField</name>
    <message>
        <source>Range %1 … %2.</source>
        <translation>Bereich %1 … %2.</translation>
    </message>
</context>
<context>
    <name>ui::SweepModel</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Mean over the seeds, and in brackets the least and the greatest.</source>
        <translation>Mittel über die Startwerte, in Klammern das kleinste und das größte Ergebnis.</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>%1 · best, set</source>
        <translation>%1 · bester, eingestellt</translation>
    </message>
    <message>
        <source>%1 · best</source>
        <translation>%1 · bester</translation>
    </message>
    <message>
        <source>%1 · set</source>
        <translation>%1 · eingestellt</translation>
    </message>
    <message>
        <source>No scenario has this value: %1.</source>
        <translation>Kein Szenario hat diesen Wert: %1.</translation>
    </message>
    <message>
        <source>The best: least is concealed or stalled here; of equal ones the smallest value.</source>
        <translation>Der beste: Hier ist am wenigsten verschleiert oder Stillstand; von gleichen der kleinste Wert.</translation>
    </message>
</context>
<context>
    <name>ui::SweepPage</name>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>These numbers belong to other settings: %1</source>
        <translation>Diese Zahlen gehören zu anderen Einstellungen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln value(s)</source>
        <translation>
            <numerusform>%1 von %Ln Wert</numerusform>
            <numerusform>%1 von %Ln Werten</numerusform>
        </translation>
    </message>
    <message>
        <source>Without effect now: %1</source>
        <translation>Zurzeit ohne Wirkung: %1</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled: %1 of %Ln value(s) are known</source>
        <translation>
            <numerusform>Abgebrochen: %1 von %Ln Wert ist bekannt</numerusform>
            <numerusform>Abgebrochen: %1 von %Ln Werten sind bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are not possible: %1</source>
        <translation>
            <numerusform>%Ln Wert ist nicht möglich: %1</numerusform>
            <numerusform>%Ln Werte sind nicht möglich: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or a double click sets a value</source>
        <translation>Die Eingabetaste oder ein Doppelklick stellt einen Wert ein</translation>
    </message>
    <message>
        <source>Choose a setting and start: each value is tried with several seeds, and here stands what it does to loss, gaps and delay.</source>
        <translation>Eine Einstellung wählen und starten: Jeder Wert wird mit mehreren Startwerten erprobt, und hier steht, was er an Verlusten, Lücken und Verzögerung ausmacht.</translation>
    </message>
    <message>
        <source>Open a file to sweep a setting here.</source>
        <translation>Eine Datei öffnen, um hier eine Einstellung zu durchlaufen.</translation>
    </message>
</context>
<context>
    <name>ui::SweepPlot</name>
    <message>
        <source>Curve of the sweep</source>
        <translation>Kurve des Durchlaufs</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Concealed or stalled&lt;/b&gt;&lt;br&gt;Share of the playout that was concealed or stood still, for each value: the mean over the seeds, in a band from the least to the greatest. Yellow: the value that is set. Green: the best.&lt;/p&gt;&lt;p&gt;Click or drag to set the value. By keys: the arrows move a cursor from point to point, and Enter sets its value.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Verschleiert oder Stillstand&lt;/b&gt;&lt;br&gt;Anteil der Wiedergabe, der verschleiert wurde oder stillstand, für jeden Wert: das Mittel über die Startwerte, in einem Band vom kleinsten bis zum größten. Gelb: der eingestellte Wert. Grün: der beste.&lt;/p&gt;&lt;p&gt;Klicken oder ziehen stellt den Wert ein. Mit Tasten: Die Pfeile bewegen einen Zeiger von Punkt zu Punkt, und die Eingabetaste stellt seinen Wert ein.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>concealed or stalled</source>
        <translation>verschleiert oder Stillstand</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>value, share that is concealed or stalled</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::SweepText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 has to be %2 … %3</source>
        <translation>%1 muss %2 … %3 sein</translation>
    </message>
</context>
<context>
    <name>ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Arrival, buffer, output and quality over time. W and S zoom, A and D pan, 0 shows all, Alt+Left goes back to the zoom before. Up and Down choose a lane.</source>
        <translation>Ankunft, Puffer, Ausgabe und Qualität über der Zeit. W und S zoomen, A und D verschieben, 0 zeigt alles, Alt+Links geht zum Zoom davor zurück. Auf und Ab wählen eine Spur.</translation>
    </message>
</context>
<context>
    <name>ui::TimelineView::Parts</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>Auf Auswahl zoomen</translation>
    </message>
    <message>
        <source>Zoom back</source>
        <translation>Zoom zurück</translation>
    </message>
    <message>
        <source>Zoom forward</source>
        <translation>Zoom vor</translation>
    </message>
    <message>
        <source>Arrivals as a staircase</source>
        <translation>Ankünfte als Treppe</translation>
    </message>
    <message>
        <source>Move lane up</source>
        <translation>Spur nach oben</translation>
    </message>
    <message>
        <source>Move lane down</source>
        <translation>Spur nach unten</translation>
    </message>
    <message>
        <source>Reset lanes</source>
        <translation>Spuren zurücksetzen</translation>
    </message>
    <message>
        <source>Forget the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>ui::TradeOffPanel</name>
    <message>
        <source>Use the suggested playout delay</source>
        <translation>Die vorgeschlagene Vorhaltezeit verwenden</translation>
    </message>
    <message>
        <source>Late loss that is allowed</source>
        <translation>Erlaubter Verlust durch Verspätung</translation>
    </message>
    <message>
        <source>Delay distribution</source>
        <translation>Verteilung der Verzögerung</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>playout delay, ms · click to set</source>
        <translation>Vorhaltezeit, ms · Klick setzt</translation>
    </message>
    <message>
        <source>at most %1 late</source>
        <translation>höchstens %1 zu spät</translation>
    </message>
    <message>
        <source>Which late loss the suggested playout delay has to meet</source>
        <translation>Welchen Verlust durch Verspätung die vorgeschlagene Vorhaltezeit einhalten muss</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>%1 is the smallest fixed playout delay at which at most %2 of the packets come too late.</source>
        <translation>%1 ist die kleinste feste Vorhaltezeit, bei der höchstens %2 der Pakete zu spät kommen.</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>late at most</source>
        <translation>höchstens zu spät</translation>
    </message>
    <message>
        <source>at most </source>
        <extracomment>In front of a share of packets, as in &quot;at most 0.3 % late&quot;</extracomment>
        <translation>höchstens </translation>
    </message>
    <message>
        <source> % late</source>
        <extracomment>Behind a share of packets, as in &quot;at most 0.3 % late&quot;</extracomment>
        <translation> % zu spät</translation>
    </message>
    <message>
        <source>of the whole capture · ms · click to set</source>
        <translation>des ganzen Mitschnitts · ms · Klick setzt</translation>
    </message>
</context>
<context>
    <name>ui::TradeOffPlot</name>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
    <message>
        <source>late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>late + lost</source>
        <translation>zu spät + verloren</translation>
    </message>
    <message>
        <source>%1: %2 late</source>
        <translation>%1: %2 zu spät</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Trade-off&lt;/b&gt;&lt;br&gt;Share of the packets sent that would come too late, for every fixed playout delay (orange), and the same with what the network loses anyway (red). Counted exactly from these arrivals. Yellow: the delay that is set. Dashed: the smallest delay that meets the chosen late loss.&lt;/p&gt;&lt;p&gt;Click or drag to set the playout delay. By keys: the arrows move a cursor by 1 ms, with Ctrl by 10 ms, and Enter sets the playout delay to it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Abwägung&lt;/b&gt;&lt;br&gt;Anteil der gesendeten Pakete, der zu spät käme, für jede feste Vorhaltezeit (orange), und dasselbe mit dem, was das Netz ohnehin verliert (rot). Genau gezählt aus diesen Ankünften. Gelb: die eingestellte Verzögerung. Gestrichelt: die kleinste Verzögerung, die den gewählten Verlust einhält.&lt;/p&gt;&lt;p&gt;Klicken oder Ziehen stellt die Vorhaltezeit ein. Mit Tasten: die Pfeile bewegen eine Marke um 1 ms, mit Strg um 10 ms, und die Eingabetaste stellt die Vorhaltezeit auf sie ein.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>ui::TransportBar</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>Exportieren ▾</translation>
    </message>
    <message>
        <source>Save the result: repaired, as heard, or as it arrived</source>
        <translation>Das Ergebnis speichern: repariert, wie gehört oder wie angekommen</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Listen to</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>The stream as it was sent</source>
        <translation>Der Strom, wie er gesendet wurde</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>What the simulated listener hears</source>
        <translation>Was der simulierte Zuhörer hört</translation>
    </message>
    <message>
        <source>[Tab] swaps</source>
        <translation>[Tab] tauscht</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>The view follows the playhead and shows only what has arrived by then (F)</source>
        <translation>Die Ansicht folgt der Abspielposition und zeigt nur, was bis dahin angekommen ist (F)</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Tongerät</translation>
    </message>
    <message>
        <source>Time the engine took for the last analysis of the whole capture</source>
        <translation>Rechenzeit der letzten Analyse des ganzen Mitschnitts</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemvorgabe</translation>
    </message>
    <message numerus="yes">
        <source>%1 ms / %Ln pkt(s)</source>
        <comment>engine time / packets</comment>
        <translation>
            <numerusform>%1 ms / %Ln Pkt.</numerusform>
            <numerusform>%1 ms / %Ln Pkt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ValueField</name>
    <message>
        <source>%1, value</source>
        <translation>%1, Wert</translation>
    </message>
    <message>
        <source>Without effect now: %1</source>
        <translation>Zurzeit ohne Wirkung: %1</translation>
    </message>
    <message>
        <source>Range %1 … %2. Double-click: default, %3.</source>
        <translation>Bereich %1 … %2. Doppelklick: Vorgabe, %3.</translation>
    </message>
    <message>
        <source>%1 is out of range.</source>
        <translation>%1 liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>“%1” is no such value.</source>
        <translation>„%1“ ist kein solcher Wert.</translation>
    </message>
    <message>
        <source>Possible are %1 to %2.</source>
        <translation>Möglich ist %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>ui::commands</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Beispie&amp;l öffnen</translation>
    </message>
    <message>
        <source>Open s&amp;cenario…</source>
        <translation>&amp;Szenario öffnen …</translation>
    </message>
    <message>
        <source>Sa&amp;ve scenario…</source>
        <translation>Szenario s&amp;peichern …</translation>
    </message>
    <message>
        <source>&amp;Repaired Ogg…</source>
        <translation>&amp;Repariertes Ogg …</translation>
    </message>
    <message>
        <source>&amp;Concealed Ogg…</source>
        <translation>&amp;Verschleiertes Ogg …</translation>
    </message>
    <message>
        <source>&amp;WAV…</source>
        <translation>&amp;WAV …</translation>
    </message>
    <message>
        <source>&amp;Stamped capture…</source>
        <translation>&amp;Gestempelter Mitschnitt …</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>B&amp;ild speichern …</translation>
    </message>
    <message>
        <source>Copy s&amp;tatistics</source>
        <translation>&amp;Statistik kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Reset all values</source>
        <translation>Alle Werte &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Whole capture</source>
        <translation>&amp;Ganzer Mitschnitt</translation>
    </message>
    <message>
        <source>&amp;Back to the view before</source>
        <translation>&amp;Zurück zur Ansicht davor</translation>
    </message>
    <message>
        <source>&amp;Forward again</source>
        <translation>Wieder v&amp;or</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Like the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>&amp;Sprache des Systems</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>&amp;Stop and rewind</source>
        <translation>&amp;Stopp und an den Anfang</translation>
    </message>
    <message>
        <source>Back 1 s</source>
        <translation>1 s zurück</translation>
    </message>
    <message>
        <source>Forward 1 s</source>
        <translation>1 s vor</translation>
    </message>
    <message>
        <source>Back 10 s</source>
        <translation>10 s zurück</translation>
    </message>
    <message>
        <source>Forward 10 s</source>
        <translation>10 s vor</translation>
    </message>
    <message>
        <source>Back 100 ms</source>
        <translation>100 ms zurück</translation>
    </message>
    <message>
        <source>Forward 100 ms</source>
        <translation>100 ms vor</translation>
    </message>
    <message>
        <source>To the st&amp;art</source>
        <translation>Zum An&amp;fang</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Zum &amp;Ende</translation>
    </message>
    <message>
        <source>S&amp;wap original and received</source>
        <translation>Original und Empfangenes &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>Sch&amp;leife</translation>
    </message>
    <message>
        <source>&amp;Next gap</source>
        <translation>&amp;Nächste Lücke</translation>
    </message>
    <message>
        <source>Pre&amp;vious gap</source>
        <translation>&amp;Vorige Lücke</translation>
    </message>
    <message>
        <source>Another &amp;seed</source>
        <translation>Anderer &amp;Startwert</translation>
    </message>
    <message>
        <source>Enter the &amp;playout delay</source>
        <translation>Vor&amp;haltezeit eingeben</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>Voriges Feld</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About JitterScope</source>
        <translation>&amp;Über JitterScope</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <extracomment>A language is named in itself: stays as it is.</extracomment>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Deutsch</source>
        <extracomment>A language is named in itself: stays as it is.</extracomment>
        <translation>&amp;Deutsch</translation>
    </message>
    <message>
        <source>&amp;Arrivals as a staircase</source>
        <translation>A&amp;nkünfte als Treppe</translation>
    </message>
    <message>
        <source>Move lane &amp;up</source>
        <translation>Spur nach &amp;oben</translation>
    </message>
    <message>
        <source>Move lane &amp;down</source>
        <translation>Spur nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Reset lanes</source>
        <translation>Spuren &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Save as &amp;preset…</source>
        <translation>Als &amp;Voreinstellung speichern …</translation>
    </message>
    <message>
        <source>&amp;My presets…</source>
        <translation>&amp;Meine Voreinstellungen …</translation>
    </message>
    <message>
        <source>Scenario &amp;A</source>
        <translation>Szenario &amp;A</translation>
    </message>
    <message>
        <source>Scenario &amp;B</source>
        <translation>Szenario &amp;B</translation>
    </message>
    <message>
        <source>Scenario &amp;C</source>
        <translation>Szenario &amp;C</translation>
    </message>
    <message>
        <source>Scenario &amp;D</source>
        <translation>Szenario &amp;D</translation>
    </message>
    <message>
        <source>The scenario before, to and &amp;fro</source>
        <translation>Das Szenario davor, hin &amp;und her</translation>
    </message>
    <message>
        <source>Keep as &amp;A</source>
        <translation>Als &amp;A behalten</translation>
    </message>
    <message>
        <source>Keep as &amp;B</source>
        <translation>Als &amp;B behalten</translation>
    </message>
    <message>
        <source>Keep as &amp;C</source>
        <translation>Als &amp;C behalten</translation>
    </message>
    <message>
        <source>Keep as &amp;D</source>
        <translation>Als &amp;D behalten</translation>
    </message>
    <message>
        <source>Keep as the &amp;next one</source>
        <translation>Als &amp;nächstes behalten</translation>
    </message>
    <message>
        <source>&amp;Forget the others</source>
        <translation>Die anderen &amp;vergessen</translation>
    </message>
    <message>
        <source>Blind &amp;test (ABX)…</source>
        <translation>Blind&amp;test (ABX) …</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Move the view left</source>
        <translation>Ansicht nach links</translation>
    </message>
    <message>
        <source>Move the view right</source>
        <translation>Ansicht nach rechts</translation>
    </message>
    <message>
        <source>Select &amp;from the playhead on</source>
        <translation>Ab der Abspielposi&amp;tion auswählen</translation>
    </message>
    <message>
        <source>Select up t&amp;o the playhead</source>
        <translation>Bis zur Abspielpositi&amp;on auswählen</translation>
    </message>
    <message>
        <source>Forget the se&amp;lection</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>Make lane &amp;taller</source>
        <translation>Spur &amp;höher machen</translation>
    </message>
    <message>
        <source>Make lane &amp;shorter</source>
        <translation>Spur &amp;niedriger machen</translation>
    </message>
    <message>
        <source>Sort by the ne&amp;xt column</source>
        <translation>Nach der n&amp;ächsten Spalte sortieren</translation>
    </message>
    <message>
        <source>Sort by the column before</source>
        <translation>Nach der Spalte davor sortieren</translation>
    </message>
    <message>
        <source>Re&amp;verse the order of rows</source>
        <translation>Reihenfolge der Zeilen &amp;umkehren</translation>
    </message>
    <message>
        <source>Save the delay distribution…</source>
        <translation>Verteilung der Verzögerung speichern …</translation>
    </message>
    <message>
        <source>Save the trade-off…</source>
        <translation>Abwägung speichern …</translation>
    </message>
    <message>
        <source>Copy the delay distribution</source>
        <translation>Verteilung der Verzögerung kopieren</translation>
    </message>
    <message>
        <source>Copy the trade-off</source>
        <translation>Abwägung kopieren</translation>
    </message>
    <message>
        <source>Next pac&amp;ket</source>
        <translation>Nächstes Pa&amp;ket</translation>
    </message>
    <message>
        <source>Packet &amp;before</source>
        <translation>Paket da&amp;vor</translation>
    </message>
</context>
<context>
    <name>ui::compare</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>ui::files</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save as heard, encoded again</source>
        <translation>Speichern wie gehört, neu kodiert</translation>
    </message>
    <message>
        <source>Ogg Opus (*.opus *.ogg)</source>
        <translation>Ogg Opus (*.opus *.ogg)</translation>
    </message>
    <message>
        <source>Save what was heard</source>
        <translation>Gehörtes speichern</translation>
    </message>
    <message>
        <source>WAV, 32-bit float (*.wav)</source>
        <translation>WAV, 32 Bit Gleitkomma (*.wav)</translation>
    </message>
    <message>
        <source>Save what arrived, with its arrival times</source>
        <translation>Angekommenes mit Ankunftszeiten speichern</translation>
    </message>
    <message>
        <source>Stamped capture (*.stamped)</source>
        <translation>Gestempelter Mitschnitt (*.stamped)</translation>
    </message>
    <message>
        <source>Save the repaired recording</source>
        <translation>Reparierte Aufnahme speichern</translation>
    </message>
    <message>
        <source>Scenario (*.json)</source>
        <translation>Szenario (*.json)</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Opus recordings (*.opus *.ogg *.oga *.stamped *.txt *.hex)</source>
        <translation>Opus-Aufnahmen (*.opus *.ogg *.oga *.stamped *.txt *.hex)</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pixels (*.png)</source>
        <translation>Pixelbild (*.png)</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation>Vektorgrafik (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>The export is not finished. If the window is closed now, nothing of it is left.</source>
        <translation>Der Export ist noch nicht fertig. Wird das Fenster jetzt geschlossen, bleibt nichts von ihm.</translation>
    </message>
    <message>
        <source>Continue the export</source>
        <translation>Export fortsetzen</translation>
    </message>
    <message>
        <source>Discard it and close</source>
        <translation>Verwerfen und schließen</translation>
    </message>
</context>
<context>
    <name>ui::format</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ui::kept</name>
    <message>
        <source>%1 %2 → %3</source>
        <extracomment>name of a value, what it was, what it is</extracomment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Keep order</source>
        <translation>Reihenfolge halten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
</context>
<context>
    <name>ui::parameters</name>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>One-way network delay, in milliseconds. Centre of the distribution for uniform and normal jitter, its floor for gamma. A delay below 0 becomes 0.</source>
        <translation>Netzverzögerung in einer Richtung, in Millisekunden. Mitte der Verteilung bei gleichverteiltem und normalem Jitter, Untergrenze bei Gamma. Eine Verzögerung unter 0 wird 0.</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Jitter spread</source>
        <translation>Jitter-Streuung</translation>
    </message>
    <message>
        <source>How much the delay varies, in milliseconds. Uniform: half width, as in netem. Normal: standard deviation. Gamma (shape 1.25): standard deviation, on top of the floor.</source>
        <translation>Wie stark die Verzögerung schwankt, in Millisekunden. Gleichverteilt: halbe Breite, wie bei netem. Normal: Standardabweichung. Gamma (Form 1,25): Standardabweichung, oberhalb der Untergrenze.</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Jitter correlation</source>
        <translation>Jitter-Korrelation</translation>
    </message>
    <message>
        <source>Correlation of each delay with the one before it (lag 1), as it comes out. 0 %: every packet on its own; towards 100 %: delays wander slowly.</source>
        <translation>Korrelation jeder Verzögerung mit der davor (Abstand 1), wie sie herauskommt. 0 %: jedes Paket für sich; gegen 100 %: die Verzögerung wandert langsam.</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Loss rate</source>
        <translation>Verlustrate</translation>
    </message>
    <message>
        <source>Share of packets that the network loses in the long run, for every loss model.</source>
        <translation>Anteil der Pakete, den das Netz auf Dauer verliert, bei jedem Verlustmodell.</translation>
    </message>
    <message>
        <source>burst</source>
        <translation>Burst</translation>
    </message>
    <message>
        <source>Loss burst</source>
        <translation>Verlust-Burst</translation>
    </message>
    <message>
        <source>Mean run of packets lost one after the other. At the same loss rate, longer bursts are rarer.</source>
        <translation>Mittlere Zahl nacheinander verlorener Pakete. Bei gleicher Verlustrate sind längere Bursts seltener.</translation>
    </message>
    <message>
        <source>Reorder</source>
        <translation>Vertauschen</translation>
    </message>
    <message>
        <source>Reorder rate</source>
        <translation>Vertauschungsrate</translation>
    </message>
    <message>
        <source>Share of packets that skip the delay and so overtake others (netem&apos;s meaning). It does nothing while the delay is 0.</source>
        <translation>Anteil der Pakete, die die Verzögerung überspringen und so andere überholen (wie bei netem). Wirkt nicht, solange die Verzögerung 0 ist.</translation>
    </message>
    <message>
        <source>Reorder correlation</source>
        <translation>Vertauschungskorrelation</translation>
    </message>
    <message>
        <source>Correlation of the reordering of a packet with that of the one before it.</source>
        <translation>Korrelation der Vertauschung eines Pakets mit der des Pakets davor.</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Reorder gap</source>
        <translation>Vertauschungsabstand</translation>
    </message>
    <message>
        <source>Only every n-th packet is a candidate for reordering, as in netem. 1 pkt: every packet is.</source>
        <translation>Nur jedes n-te Paket kann vertauscht werden, wie bei netem. 1 Pkt.: jedes Paket.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Duplicate rate</source>
        <translation>Duplikatrate</translation>
    </message>
    <message>
        <source>Share of packets of which the network delivers a second copy. The copy draws a delay of its own.</source>
        <translation>Anteil der Pakete, von denen das Netz eine zweite Kopie liefert. Die Kopie hat ihre eigene Verzögerung.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Clock drift</source>
        <translation>Uhrendrift</translation>
    </message>
    <message>
        <source>Sender&apos;s clock against the receiver&apos;s, in parts per million. Above 0 the sender is fast: packets come ever earlier and the buffer fills; below 0 it runs dry.</source>
        <translation>Uhr des Senders gegen die des Empfängers, in Millionsteln. Über 0 geht der Sender vor: Pakete kommen immer früher, der Puffer füllt sich; unter 0 läuft er leer.</translation>
    </message>
    <message>
        <source>Playout delay</source>
        <translation>Vorhaltezeit</translation>
    </message>
    <message>
        <source>Time from the arrival of the first packet to the start of playout, in milliseconds. It is the delay at the start, neither a minimum nor a target: fixed delay keeps it, the others stretch it.</source>
        <translation>Zeit von der Ankunft des ersten Pakets bis zum Beginn der Wiedergabe, in Millisekunden. Sie gilt am Anfang und ist weder Minimum noch Ziel: „Feste Verzögerung“ behält sie, die anderen dehnen sie.</translation>
    </message>
    <message>
        <source>Max duration</source>
        <translation>Höchstdauer</translation>
    </message>
    <message>
        <source>Maximal duration</source>
        <translation>Höchstdauer</translation>
    </message>
    <message>
        <source>Most audio that the buffer holds, in milliseconds. Beyond it the oldest packets are thrown out (overflow).</source>
        <translation>So viel Audio hält der Puffer höchstens, in Millisekunden. Darüber werden die ältesten Pakete verworfen (Überlauf).</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>A jump of the time stamps up to this is taken for rounding, not for a loss, in milliseconds.</source>
        <translation>Ein Sprung der Zeitstempel bis hierhin gilt als Rundung, nicht als Verlust, in Millisekunden.</translation>
    </message>
    <message>
        <source>Loss step</source>
        <translation>Verlustschritt</translation>
    </message>
    <message>
        <source>How long the realtime buffer waits before it looks again while it holds no packet, in milliseconds.</source>
        <translation>Wie lange der Echtzeitpuffer wartet, bis er wieder nachsieht, solange er kein Paket hält, in Millisekunden.</translation>
    </message>
    <message>
        <source>Loss after</source>
        <translation>Verlust nach</translation>
    </message>
    <message>
        <source>Loss threshold</source>
        <translation>Verlustschwelle</translation>
    </message>
    <message>
        <source>How long the realtime buffer starves before it reports a loss, in milliseconds. What is shorter is a stall: playout stands still and goes on later.</source>
        <translation>Wie lange der Echtzeitpuffer leer läuft, bis er einen Verlust meldet, in Millisekunden. Was kürzer ist, ist ein Stillstand: Die Wiedergabe steht und geht später weiter.</translation>
    </message>
    <message>
        <source>Resync after</source>
        <translation>Neustart nach</translation>
    </message>
    <message>
        <source>A jump of the time stamps beyond this is not concealed: the realtime buffer starts afresh at the packet behind it, in milliseconds.</source>
        <translation>Ein größerer Sprung der Zeitstempel wird nicht verschleiert: Der Echtzeitpuffer beginnt beim Paket dahinter neu, in Millisekunden.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Every packet has the same delay.</source>
        <translation>Jedes Paket hat dieselbe Verzögerung.</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleichverteilt</translation>
    </message>
    <message>
        <source>Delay ± spread, all equally likely.</source>
        <translation>Verzögerung ± Streuung, alles gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Bell curve around the delay; spread is its standard deviation.</source>
        <translation>Glockenkurve um die Verzögerung; die Streuung ist ihre Standardabweichung.</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>A floor (the delay) and a long tail, as queues make it; shape 1.25.</source>
        <translation>Eine Untergrenze (die Verzögerung) und ein langer Ausläufer, wie ihn Warteschlangen erzeugen; Form 1,25.</translation>
    </message>
    <message>
        <source>The network loses nothing.</source>
        <translation>Das Netz verliert nichts.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Each packet is lost with the same probability, on its own.</source>
        <translation>Jedes Paket geht mit derselben Wahrscheinlichkeit verloren, unabhängig von den anderen.</translation>
    </message>
    <message>
        <source>Gilbert–Elliott</source>
        <translation>Gilbert–Elliott</translation>
    </message>
    <message>
        <source>Losses come in bursts: a chain of a good and a bad state.</source>
        <translation>Verluste kommen in Bursts: eine Kette aus einem guten und einem schlechten Zustand.</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Jitter buffer pulled by the audio clock; it stalls while it is empty.</source>
        <translation>Jitterpuffer, aus dem die Audio-Uhr zieht; ist er leer, steht die Wiedergabe still.</translation>
    </message>
    <message>
        <source>Realtime</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>Keeps pace with the sender: reports loss while it starves and eats delay up again.</source>
        <translation>Hält Schritt mit dem Sender: meldet im Leerlauf Verlust und baut Verzögerung wieder ab.</translation>
    </message>
    <message>
        <source>Fixed delay</source>
        <translation>Feste Verzögerung</translation>
    </message>
    <message>
        <source>Every packet has its due time; what comes later is discarded. It never stalls.</source>
        <translation>Jedes Paket hat seinen Zeitpunkt; was später kommt, wird verworfen. Kein Stillstand.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Lost audio is silent.</source>
        <translation>Verlorenes Audio ist still.</translation>
    </message>
    <message>
        <source>PLC</source>
        <translation>PLC</translation>
    </message>
    <message>
        <source>The Opus decoder makes up what is lost (packet loss concealment).</source>
        <translation>Der Opus-Decoder erfindet, was verloren ist (Packet Loss Concealment).</translation>
    </message>
    <message>
        <source>FEC, then PLC</source>
        <translation>FEC, dann PLC</translation>
    </message>
    <message>
        <source>The last lost packet of a gap is taken from the copy (LBRR) in the packet right after it, if that is there in time; the rest by PLC.</source>
        <translation>Das letzte verlorene Paket einer Lücke wird aus der Kopie (LBRR) im Paket gleich danach genommen, wenn es rechtzeitig da ist; der Rest durch PLC.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Jitter model</source>
        <translation>Jittermodell</translation>
    </message>
    <message>
        <source>Distribution of the network delay.</source>
        <translation>Verteilung der Netzverzögerung.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss model</source>
        <translation>Verlustmodell</translation>
    </message>
    <message>
        <source>Which packets the network loses.</source>
        <translation>Welche Pakete das Netz verliert.</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Buffer strategy</source>
        <translation>Pufferstrategie</translation>
    </message>
    <message>
        <source>How the receiver decides what is played when.</source>
        <translation>Wie der Empfänger entscheidet, was wann gespielt wird.</translation>
    </message>
    <message>
        <source>Lost frames</source>
        <translation>Verlorenes</translation>
    </message>
    <message>
        <source>Concealment</source>
        <translation>Verschleierung</translation>
    </message>
    <message>
        <source>What is heard in place of audio that is not there.</source>
        <translation>Was zu hören ist, wo Audio fehlt.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>pkt</source>
        <translation>Pkt.</translation>
    </message>
    <message>
        <source>ppm</source>
        <translation>ppm</translation>
    </message>
    <message>
        <source>Only Gilbert–Elliott loss comes in bursts.</source>
        <translation>Nur Gilbert–Elliott-Verlust kommt in Bursts.</translation>
    </message>
    <message>
        <source>The loss model is “None”.</source>
        <translation>Das Verlustmodell ist „Keiner“.</translation>
    </message>
    <message>
        <source>The jitter model is “None”.</source>
        <translation>Das Jittermodell ist „Keiner“.</translation>
    </message>
    <message>
        <source>The reorder rate is 0.</source>
        <translation>Die Vertauschungsrate ist 0.</translation>
    </message>
    <message>
        <source>Only the realtime strategy uses it.</source>
        <translation>Nur die Strategie „Echtzeit“ verwendet es.</translation>
    </message>
    <message>
        <source>Fixed delay holds every packet until it is due.</source>
        <translation>„Feste Verzögerung“ hält jedes Paket, bis es fällig ist.</translation>
    </message>
</context>
<context>
    <name>ui::statistics</name>
    <message>
        <source>Packets sent</source>
        <translation>Pakete gesendet</translation>
    </message>
    <message>
        <source>Packets of the capture, without duplicates. Each has one fate: played, lost, late, overflow or corrupt.</source>
        <translation>Pakete des Mitschnitts, ohne Duplikate. Jedes hat einen Verbleib: gespielt, verloren, zu spät, Überlauf oder beschädigt.</translation>
    </message>
    <message>
        <source>Lost in network</source>
        <translation>Im Netz verloren</translation>
    </message>
    <message>
        <source>Packets that never arrived, and their share of the packets sent (RFC 3611, loss rate).</source>
        <translation>Pakete, die nie ankamen, und ihr Anteil an den gesendeten (RFC 3611, loss rate).</translation>
    </message>
    <message>
        <source>Discarded late</source>
        <translation>Zu spät, verworfen</translation>
    </message>
    <message>
        <source>Packets that arrived after they had to be played, and their share of the packets sent (RFC 3611, discard rate; duplicates are not counted, as in RFC 7002).</source>
        <translation>Pakete, die erst ankamen, als sie schon hätten gespielt sein müssen, und ihr Anteil an den gesendeten (RFC 3611, discard rate; Duplikate zählen nicht, wie in RFC 7002).</translation>
    </message>
    <message>
        <source>Overflow, corrupt</source>
        <translation>Überlauf, beschädigt</translation>
    </message>
    <message>
        <source>Recovered by FEC</source>
        <translation>Durch FEC ersetzt</translation>
    </message>
    <message>
        <source>Packets not played whose sound was taken from the copy in the packet behind (Opus in-band FEC), and their share of the packets sent.</source>
        <translation>Nicht gespielte Pakete, deren Klang aus der Kopie im Paket dahinter stammt (Opus-Inband-FEC), und ihr Anteil an den gesendeten.</translation>
    </message>
    <message>
        <source>Concealed audio</source>
        <translation>Verschleiertes Audio</translation>
    </message>
    <message>
        <source>Playout filled by concealment or silence, and its share of the playout. FEC is not counted: it is real audio. (W3C webrtc-stats, concealedSamples.)</source>
        <translation>Wiedergabe, die mit Verschleierung oder Stille gefüllt wurde, und ihr Anteil an der Wiedergabe. FEC zählt nicht: Das ist echtes Audio. (W3C webrtc-stats, concealedSamples.)</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <source>Time for which playout stood still, because nothing was there and no loss was reported.</source>
        <translation>Zeit, in der die Wiedergabe stillstand, weil nichts da war und kein Verlust gemeldet wurde.</translation>
    </message>
    <message>
        <source>Gaps (longest)</source>
        <translation>Lücken (längste)</translation>
    </message>
    <message>
        <source>Runs of playout without a packet of their own, repaired or not (W3C webrtc-stats, concealmentEvents).</source>
        <translation>Stücke der Wiedergabe ohne eigenes Paket, ersetzt oder nicht (W3C webrtc-stats, concealmentEvents).</translation>
    </message>
    <message>
        <source>Jitter, RFC 3550</source>
        <translation>Jitter, RFC 3550</translation>
    </message>
    <message>
        <source>Interarrival jitter at the last arrival (RFC 3550 §6.4.1): a running mean, over about 16 packets, of how much the spacing of arrivals differs from the spacing at the sender.</source>
        <translation>Ankunftsjitter bei der letzten Ankunft (RFC 3550 §6.4.1): gleitendes Mittel über etwa 16 Pakete, wie stark der Abstand der Ankünfte vom Abstand beim Senden abweicht.</translation>
    </message>
    <message>
        <source>Delay p50 / p95 / p99</source>
        <translation>Verzög. p50 / p95 / p99</translation>
    </message>
    <message>
        <source>Time in buffer, mean</source>
        <translation>Zeit im Puffer, Mittel</translation>
    </message>
    <message>
        <source>Mean of playout − arrival over all packets played (W3C webrtc-stats, jitterBufferDelay ÷ jitterBufferEmittedCount).</source>
        <translation>Mittel von Wiedergabe − Ankunft über alle gespielten Pakete (W3C webrtc-stats, jitterBufferDelay ÷ jitterBufferEmittedCount).</translation>
    </message>
    <message>
        <source>Delay p%1</source>
        <translation>Verzögerung p%1</translation>
    </message>
    <message>
        <source>Network delay (arrival − send time) that %1 % of the packets that arrived do not exceed; exact, nearest rank.</source>
        <translation>Netzverzögerung (Ankunft − Sendezeit), die %1 % der angekommenen Pakete nicht überschreiten; exakt, nächster Rang.</translation>
    </message>
    <message>
        <source>Packets played</source>
        <translation>Pakete gespielt</translation>
    </message>
    <message>
        <source>Packets that were played, and their share of the packets sent.</source>
        <translation>Pakete, die gespielt wurden, und ihr Anteil an den gesendeten.</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>Packets thrown out by a full buffer, and their share of the packets sent.</source>
        <translation>Pakete, die ein voller Puffer verwarf, und ihr Anteil an den gesendeten.</translation>
    </message>
    <message>
        <source>Corrupt</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Packets that arrived but can’t be decoded.</source>
        <translation>Pakete, die ankamen, aber nicht dekodiert werden können.</translation>
    </message>
    <message>
        <source>Reordered</source>
        <translation>Vertauscht</translation>
    </message>
    <message>
        <source>Packets that arrived after one sent later (RFC 4737).</source>
        <translation>Pakete, die nach einem später gesendeten ankamen (RFC 4737).</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Further copies of packets that arrived.</source>
        <translation>Weitere Kopien angekommener Pakete.</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Längste Lücke</translation>
    </message>
    <message>
        <source>The longest run of playout without a packet of its own.</source>
        <translation>Die längste Strecke der Wiedergabe ohne eigenes Paket.</translation>
    </message>
    <message>
        <source>Time in buffer, p95</source>
        <translation>Zeit im Puffer, p95</translation>
    </message>
    <message>
        <source>Playout − arrival that 95 % of the packets played do not exceed; exact, nearest rank.</source>
        <translation>Wiedergabe − Ankunft, die 95 % der gespielten Pakete nicht überschreiten; exakt, nächster Rang.</translation>
    </message>
    <message>
        <source>Playout</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Length of all that is heard, stalls included.</source>
        <translation>Länge all dessen, was zu hören ist, mit Stillstand.</translation>
    </message>
    <message>
        <source>Mouth-to-ear</source>
        <translation>Mund zu Ohr</translation>
    </message>
    <message>
        <source>Concealed or stalled</source>
        <translation>Verschleiert oder Stillstand</translation>
    </message>
    <message>
        <source>Share of the playout that was filled by concealment or silence, or for which it stood still. FEC is not counted: it is real audio.</source>
        <translation>Anteil der Wiedergabe, der mit Verschleierung oder Stille gefüllt wurde oder in dem sie stillstand. FEC zählt nicht: Es ist echter Ton.</translation>
    </message>
    <message>
        <source>Mean time from the sending of a packet to its playout, of all packets played. What encoder and sound devices take is not in it; of a capture with arrival times the fastest packet counts as delay 0.</source>
        <translation>Mittlere Zeit vom Senden eines Pakets bis zu seiner Wiedergabe, über alle gespielten Pakete. Was Kodierer und Audiogeräte brauchen, ist nicht enthalten; in einem Mitschnitt mit Ankunftszeiten zählt das schnellste Paket als Verzögerung 0.</translation>
    </message>
</context>
</TS>
