package id.jipp.core.identity;

import id.jipp.core.log.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Four Indonesian words that stand for a key, or for two keys together, short enough to be read out on the phone. 256
 * words, so 32 bits: enough against a mistake and against a forger who has the length of one call. The words are the
 * first four bytes of a SHA-256, each a place in an alphabetical list that never changes.
 */
public final class FingerprintWords {
    private static final int COUNT = 4;
    private static final byte[] DOMAIN = "jipp.words.1\n".getBytes(StandardCharsets.US_ASCII);

    private FingerprintWords() {}

    /** Of one key. */
    public static String of(byte[] key) {
        return words(Hash.sha256(DOMAIN, key));
    }

    /** Of two keys; the same whichever side computes it. */
    public static String of(byte[] one, byte[] other) {
        boolean inOrder = Arrays.compareUnsigned(one, other) <= 0;
        return words(Hash.sha256(DOMAIN, inOrder ? one : other, inOrder ? other : one));
    }

    private static String words(Hash hash) {
        byte[] bytes = hash.toBytes();
        return IntStream.range(0, COUNT)
                .mapToObj(i -> WORDS.get(Byte.toUnsignedInt(bytes[i])))
                .collect(Collectors.joining(" "));
    }

    static final List<String> WORDS = List.of("""
            air akar alat alis angin angsa apel api arang asap atap awan ayah ayam badak bahu baju bakau balon
            bambu bantal batang batik batu bawang bayam bebek beduk belut benang benih beras besi bintang bola
            buah buaya bubur buku bulan bulu bunga burung busur cabai cangkir capung cermin cincin cokelat cumi
            dadu dagu dahan danau dapur daun dayung delima desa dinding domba dompet elang emas ember embun
            engsel gading gajah galah gambar garam gelas gendang gerbang gigi gitar gula gunung gurita guru
            harimau hati helm hewan hidung hujan hutan ikan intan itik jagung jahe jalan jambu jamur jari jarum
            jendela jeruk kabut kaca kacang kaki kamar kambing kancil kapal kapas kapur kayu kebun kelapa
            kelinci kemiri kendi kerang kereta kertas ketan kijang kipas kolam kopi kota kubis kucing kuda kuku
            kulit kunci kunyit kursi ladang lampu langit laut lebah lemari lemon lidah lilin lobak lonceng
            lumbung lumut lutut madu malam mangga mangkuk matahari mawar meja melati melon merak merpati mesin
            mulut musang naga nanas nasi obor ombak otot padi pagar paku pantai papan pasar pasir payung pedati
            pelangi pelita pena perahu perak permata petani pinang pintu pipi piring pisang pita pohon pondok
            pulau pundak puyuh rakit rambut ranting rebana roda rotan roti rumah rumput rusa saku salak sapi
            sapu sarang sarung sawah sawo sayur semut sendok sepatu sepeda serai singa siput sirih sisir suling
            sungai surat tahu tali taman tanah tangan tangga tas tebu telinga telur tembok tempe tenda teras
            terong tikar tiram tomat topi tugu tupai ubi udang ular ulat wajan warung wayang wortel zaitun
            """.strip().split("\\s+"));
}
