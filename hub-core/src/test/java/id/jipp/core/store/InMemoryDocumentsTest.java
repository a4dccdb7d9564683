package id.jipp.core.store;

class InMemoryDocumentsTest extends DocumentsContract {
    @Override
    protected Documents.Store open() {
        return new InMemoryDocuments.Store();
    }
}
