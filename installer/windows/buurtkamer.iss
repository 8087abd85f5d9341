; Inno Setup 6: makes dist\buurtkamer-setup.exe from dist\buurtkamer (PyInstaller). See installer\README.md.
; It installs for this user alone, so that no administrator is needed on the shared computer.
; The version is given by the caller: iscc /DVersion=0.1.0 installer\windows\buurtkamer.iss

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 installer\windows\buurtkamer.iss
#endif

[Setup]
AppId={{7C1E5E0A-8B0C-4C36-9A55-1F4B6F0C9D21}
AppName=Buurtkamer
AppVersion={#Version}
AppPublisher=Buurtkamer
DefaultDirName={autopf}\Buurtkamer
DefaultGroupName=Buurtkamer
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=buurtkamer-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
UninstallDisplayIcon={app}\buurtkamer.exe

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
nl.Practice=Buurtkamer (oefenkamer)
en.Practice=Buurtkamer (practice room)
nl.OnTheDesktop=Een snelkoppeling op het bureaublad
en.OnTheDesktop=A shortcut on the desktop
nl.StartNow=Buurtkamer nu openen
en.StartNow=Open Buurtkamer now

[Tasks]
Name: "desktopicon"; Description: "{cm:OnTheDesktop}"

[InstallDelete]
; Files of an older version that this one no longer has. What the room holds is in the user's own folders, never here.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\buurtkamer\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Buurtkamer"; Filename: "{app}\buurtkamer.exe"
Name: "{group}\{cm:Practice}"; Filename: "{app}\buurtkamer.exe"; Parameters: "demo"
Name: "{autodesktop}\Buurtkamer"; Filename: "{app}\buurtkamer.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\buurtkamer.exe"; Description: "{cm:StartNow}"; Flags: nowait postinstall skipifsilent
