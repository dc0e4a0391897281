//! Where a ledger lies: a log beside a file needs locks and memory that is shared, which holds on a disk of this
//! computer and not on a share of another; and a program that copies a folder to others copies file and log at
//! different moments.
use std::{
    ffi::OsString,
    fs,
    path::{Component, Path, PathBuf, Prefix},
};

/// Where a ledger lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On a disk of this computer, as far as can be seen.
    Local,
    /// On another computer, or on something that behaves like one: two programs may damage the ledger there.
    Network {
        /// The kind of file system, such as "nfs4".
        kind: String,
    },
    /// In a folder that a program copies to other computers: an older copy may take the place of a newer one.
    Synced {
        /// The program.
        by: String,
    },
}

/// Where a ledger lies, or would lie if it is not there yet.
pub fn place(ledger: &Path) -> Place {
    let resolved = resolved(ledger);
    if let Some(Component::Prefix(prefix)) = resolved.components().next()
        && matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    {
        return Place::Network { kind: "smb".to_owned() };
    }
    // Only Linux tells its mounts here; elsewhere the folders still tell of what copies them.
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    place_by(&resolved, &mounts, &names_in)
}

/// Where a path lies, by a text in the form of `/proc/self/mountinfo` and what the folders on the way hold.
fn place_by(path: &Path, mounts: &str, names: &dyn Fn(&Path) -> Vec<OsString>) -> Place {
    let kind = file_system(mounts, path);
    if let Some(by) = kind.as_deref().and_then(mounted_by_sync) {
        return Place::Synced { by: by.to_owned() };
    }
    if let Some(kind) = kind.filter(|kind| is_network(kind)) {
        return Place::Network { kind };
    }
    match path.ancestors().skip(1).find_map(|folder| synced_by(folder, &names(folder))) {
        Some(by) => Place::Synced { by: by.to_owned() },
        None => Place::Local,
    }
}

/// The path without links, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for folder in whole.ancestors() {
        if let Ok(found) = fs::canonicalize(folder) {
            let rest = whole.strip_prefix(folder).unwrap_or(Path::new(""));
            return if rest.as_os_str().is_empty() { found } else { found.join(rest) };
        }
    }
    whole
}

fn names_in(folder: &Path) -> Vec<OsString> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect()
}

/// The kind of the file system that a path lies on: that of the longest mount point above it, the last of equal ones.
fn file_system(mounts: &str, path: &Path) -> Option<String> {
    let mut found: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else { continue };
        let point = PathBuf::from(unescaped(point));
        let depth = point.components().count();
        if path.starts_with(&point) && found.is_none_or(|(deepest, _)| depth >= deepest) {
            found = Some((depth, kind));
        }
    }
    found.map(|(_, kind)| kind.to_owned())
}

/// Blanks, tabs, line breaks and backslashes stand as `\` and three octal digits.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = tail.get(..3).filter(|_| first == b'\\').and_then(|digits| {
            let digits = std::str::from_utf8(digits).ok()?;
            u8::from_str_radix(digits, 8).ok()
        });
        match code {
            Some(byte) => (bytes.push(byte), rest = &tail[3..]).1,
            None => (bytes.push(first), rest = tail).1,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// File systems whose files lie on another computer, or on the host of this one.
const NETWORK: [&str; 27] = [
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.cifs",
    "fuse.curlftpfs",
    "fuse.davfs",
    "fuse.davfs2",
    "fuse.ftpfs",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.kio-fuse",
    "fuse.s3fs",
    "fuse.smbnetfs",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "vboxsf",
];

fn is_network(kind: &str) -> bool {
    NETWORK.contains(&kind)
}

/// Programs that show their folder as a file system of its own.
fn mounted_by_sync(kind: &str) -> Option<&'static str> {
    let lower = kind.to_lowercase();
    let name = lower.strip_prefix("fuse.")?;
    [
        ("google-drive", "Google Drive"),
        ("onedriver", "OneDrive"),
        ("pcloud", "pCloud"),
        ("rclone", "rclone"),
        ("seadrive", "Seafile"),
    ]
    .into_iter()
    .find_map(|(start, by)| name.starts_with(start).then_some(by))
}

/// The program that copies a folder, by the folder's own name or by what the program leaves in it.
fn synced_by(folder: &Path, names: &[OsString]) -> Option<&'static str> {
    by_marker(names).or_else(|| by_name(folder))
}

fn by_marker(names: &[OsString]) -> Option<&'static str> {
    names.iter().find_map(|name| {
        let name = name.to_string_lossy();
        let ends = |start: &str, end: &str| name.starts_with(start) && name.ends_with(end);
        match name.as_ref() {
            ".dropbox" | ".dropbox.cache" => Some("Dropbox"),
            ".nextcloudsync.log" => Some("Nextcloud"),
            ".owncloudsync.log" => Some("ownCloud"),
            ".stfolder" => Some("Syncthing"),
            ".megaignore" => Some("MEGA"),
            ".tmp.drivedownload" | ".tmp.driveupload" => Some("Google Drive"),
            _ if ends(".sync_", ".db") || ends("._sync_", ".db") => Some("Nextcloud or ownCloud"),
            _ => None,
        }
    })
}

fn by_name(folder: &Path) -> Option<&'static str> {
    let name = folder.file_name()?.to_string_lossy();
    let within = folder.parent().and_then(Path::file_name).map(|parent| parent.to_string_lossy());
    if within.as_deref() == Some("CloudStorage") {
        let start = name.split('-').next().unwrap_or_default();
        return Some(match start {
            "Dropbox" => "Dropbox",
            "GoogleDrive" => "Google Drive",
            "OneDrive" => "OneDrive",
            "pCloud" => "pCloud",
            _ => "a cloud storage",
        });
    }
    match name.as_ref() {
        "Mobile Documents" | "iCloudDrive" | "iCloud Drive" => Some("iCloud"),
        "Nextcloud" => Some("Nextcloud"),
        "ownCloud" => Some("ownCloud"),
        "Google Drive" | "GoogleDrive" | "My Drive" => Some("Google Drive"),
        "pCloudDrive" | "pCloud Drive" | "pCloudSync" => Some("pCloud"),
        "MEGA" | "MEGAsync" => Some("MEGA"),
        "Dropbox" => Some("Dropbox"),
        "OneDrive" => Some("OneDrive"),
        _ if name.starts_with("Dropbox (") => Some("Dropbox"),
        _ if name.starts_with("OneDrive - ") => Some("OneDrive"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the system writes it, with a share whose name has a blank, an automatic mount and one mounted over.
    const MOUNTS: &str = "\
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
23 22 0:21 / /proc rw,nosuid - proc proc rw
40 22 0:35 / /home/robin/Team\\040share rw,relatime shared:20 - nfs4 server:/team rw,vers=4.2
41 22 0:36 / /mnt/office rw shared:21 - autofs systemd-1 rw,fd=59
42 41 0:37 / /mnt/office rw,relatime shared:22 - cifs //server/office rw,vers=3.1.1
43 22 0:38 / /home/robin/far rw,nosuid - fuse.sshfs robin@far:/ rw,user_id=1000
44 22 0:39 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
45 22 0:40 / /home/robin/stick rw - vfat /dev/sda1 rw
46 22 0:41 / /home/robin/gdrive rw - fuse.google-drive-ocamlfuse google-drive-ocamlfuse rw
47 22 0:42 / /home/robin/remote rw - fuse.rclone drive: rw
48 22 0:43 / /mnt/c rw - 9p drvfs rw
49 40 0:44 / /home/robin/Team\\040share/local rw - btrfs /dev/sdb1 rw
a line that is none
50 22 0:45 / /mnt/nas";

    fn network(kind: &str) -> Place {
        Place::Network { kind: kind.to_owned() }
    }

    fn synced(by: &str) -> Place {
        Place::Synced { by: by.to_owned() }
    }

    #[test]
    fn the_file_system_of_the_longest_mount_point_decides() {
        let check = |path: &str, expected: Place| {
            assert_eq!(place_by(Path::new(path), MOUNTS, &|_| Vec::new()), expected, "{path}");
        };
        check("/home/robin/practice.kindly", Place::Local);
        check("/home/robin/Team share/practice.kindly", network("nfs4"));
        check("/home/robin/Team share/deep/er/practice.kindly", network("nfs4"));
        check("/home/robin/Team share/local/practice.kindly", Place::Local);
        check("/home/robin/Team shared/practice.kindly", Place::Local);
        check("/mnt/office/practice.kindly", network("cifs"));
        check("/home/robin/far/practice.kindly", network("fuse.sshfs"));
        check("/run/user/1000/gvfs/smb-share:server=nas/practice.kindly", network("fuse.gvfsd-fuse"));
        check("/home/robin/stick/practice.kindly", Place::Local);
        check("/mnt/c/Users/robin/practice.kindly", network("9p"));
        check("/mnt/nas/practice.kindly", Place::Local);
        check("/home/robin/gdrive/practice.kindly", synced("Google Drive"));
        check("/home/robin/remote/practice.kindly", synced("rclone"));
    }

    #[test]
    fn without_mounts_nothing_is_said_of_them() {
        assert_eq!(place_by(Path::new("/home/robin/practice.kindly"), "", &|_| Vec::new()), Place::Local);
    }

    #[test]
    fn a_folder_that_is_copied_elsewhere_is_known_by_its_name() {
        let check = |path: &str, expected: Option<&str>| {
            let found = place_by(Path::new(path), MOUNTS, &|_| Vec::new());
            assert_eq!(found, expected.map_or(Place::Local, synced), "{path}");
        };
        check("/home/robin/Dropbox/work/practice.kindly", Some("Dropbox"));
        check("/home/robin/Dropbox (Personal)/practice.kindly", Some("Dropbox"));
        check("/home/robin/OneDrive - Vale Ltd/practice.kindly", Some("OneDrive"));
        check("/home/robin/OneDrive/practice.kindly", Some("OneDrive"));
        check("/home/robin/Nextcloud/a/b/practice.kindly", Some("Nextcloud"));
        check("/home/robin/ownCloud/practice.kindly", Some("ownCloud"));
        check("/home/robin/Google Drive/practice.kindly", Some("Google Drive"));
        check(
            "/Users/robin/Library/CloudStorage/GoogleDrive-robin@example.org/practice.kindly",
            Some("Google Drive"),
        );
        check("/Users/robin/Library/CloudStorage/Box-Box/practice.kindly", Some("a cloud storage"));
        check("/Users/robin/Library/Mobile Documents/com~apple~CloudDocs/practice.kindly", Some("iCloud"));
        check("/home/robin/pCloudDrive/practice.kindly", Some("pCloud"));
        check("/home/robin/MEGA/practice.kindly", Some("MEGA"));
        check("/home/robin/Dropboxes/practice.kindly", None);
        check("/home/robin/letters to Dropbox/practice.kindly", None);
        check("/home/robin/Dropbox", None);
        check("/home/robin/Nextcloud.kindly", None);
    }

    #[test]
    fn a_folder_that_is_copied_elsewhere_is_known_by_what_its_program_leaves_in_it() {
        let check = |marker: &str, expected: Option<&str>| {
            let folder = tempfile::TempDir::new().expect("there is a folder for temporary files");
            let deep = folder.path().join("copied").join("work").join("2026");
            fs::create_dir_all(&deep).expect("the folder is ours");
            fs::write(folder.path().join("copied").join(marker), "").expect("the folder is ours");
            let found = place_by(&deep.join("practice.kindly"), MOUNTS, &names_in);
            assert_eq!(found, expected.map_or(Place::Local, synced), "{marker}");
            let beside = folder.path().join("practice.kindly");
            assert_eq!(place_by(&beside, MOUNTS, &names_in), Place::Local, "{marker}: not what lies outside");
        };
        check(".stfolder", Some("Syncthing"));
        check(".dropbox", Some("Dropbox"));
        check(".dropbox.cache", Some("Dropbox"));
        check(".nextcloudsync.log", Some("Nextcloud"));
        check(".owncloudsync.log", Some("ownCloud"));
        check(".sync_4f2a.db", Some("Nextcloud or ownCloud"));
        check("._sync_4f2a.db", Some("Nextcloud or ownCloud"));
        check(".megaignore", Some("MEGA"));
        check(".tmp.drivedownload", Some("Google Drive"));
        check("notes.txt", None);
        check("my.db", None);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_to_where_the_ledger_is() {
        let folder = tempfile::TempDir::new().expect("there is a folder for temporary files");
        let copied = folder.path().join("Nextcloud");
        fs::create_dir(&copied).expect("the folder is ours");
        let link = folder.path().join("work");
        std::os::unix::fs::symlink(&copied, &link).expect("the folder is ours");
        let resolved = resolved(&link.join("not there yet").join("practice.kindly"));
        assert_eq!(place_by(&resolved, MOUNTS, &names_in), synced("Nextcloud"), "{}", resolved.display());
    }
}
