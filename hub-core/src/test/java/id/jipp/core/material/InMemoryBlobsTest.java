package id.jipp.core.material;

class InMemoryBlobsTest extends BlobsContract {
    private InMemoryBlobs files = new InMemoryBlobs();

    @Override
    Blobs start() {
        files = files.afterRestart();
        return files;
    }
}
