use std::io::{self, Cursor, Read, Seek, SeekFrom};

const READS_PER_BYTE: u64 = 4;
const READS_FOR_ANY_FILE: u64 = 1 << 20;

/// A file in memory of which only a few times its size can be read.
///
/// A workbook can name the same large part as its sheet over and over. Read honestly, no part is needed more than
/// twice, so passing this bound means that the sheets are not what the file holds.
pub(crate) struct Metered<'a> {
    file: Cursor<&'a [u8]>,
    left: u64,
}

impl<'a> Metered<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let left = (bytes.len() as u64 * READS_PER_BYTE).saturating_add(READS_FOR_ANY_FILE);
        Self { file: Cursor::new(bytes), left }
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        let left = self.left.checked_sub(length as u64);
        self.left = left.ok_or_else(|| io::Error::other("the same parts are read again and again"))?;
        Ok(length)
    }
}

impl Seek for Metered<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.file.seek(position)
    }
}
