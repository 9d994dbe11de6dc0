package ua.stezhka.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The signature as it stands in a file: CMS with the attributes of PAdES baseline B, always written in the same way. So a check writes it
 * again and compares: nothing in it can be changed unseen, and nothing that strangers send is parsed. Sources: RFC 5652, RFC 5035, ETSI EN
 * 319 142-1 (which wants no signing time here: it stands in the signed file).
 */
final class CmsSignature {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    /** A sequence whose length takes two bytes: a signature with its certificate is never shorter. */
    private static final int SEQUENCE = 0x30;

    private static final int TWO_BYTES_OF_LENGTH = 0x82;
    private static final int HEADER = 4;

    private CmsSignature() {}

    /** @param digest SHA-256 of what is signed */
    static byte[] sign(Signer signer, byte[] digest) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(kind(signer.certificates()).java());
        signature.initSign(signer.key());
        signature.update(der(attributes(signer.certificates(), digest)));
        return written(signer.certificates(), digest, signature.sign());
    }

    /** The most bytes that a signature of this signer takes. */
    static int most(SignerCertificates by) {
        return written(by, new byte[32], new byte[kind(by).most()]).length;
    }

    /**
     * Whether this signer signed what has this digest.
     *
     * @param contents the signature, filled up with zeros
     */
    static boolean verify(SignerCertificates by, byte[] digest, byte[] contents) {
        int length = length(contents);
        for (int size = kind(by).most(); size > 0 && size < length; size--) {
            int reached = written(by, digest, new byte[size]).length;
            if (reached <= length) {
                return reached == length && verify(by, digest, contents, length, size);
            }
        }
        return false;
    }

    private static boolean verify(SignerCertificates by, byte[] digest, byte[] contents, int length, int size) {
        byte[] value = Arrays.copyOfRange(contents, length - size, length);
        byte[] expected = Arrays.copyOf(written(by, digest, value), contents.length);
        if (!Arrays.equals(expected, contents)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(kind(by).java());
            signature.initVerify(by.own());
            signature.update(der(attributes(by, digest)));
            return signature.verify(value);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what signed can check", e);
        }
    }

    private static int length(byte[] contents) {
        if (contents.length < HEADER
                || contents[0] != SEQUENCE
                || Byte.toUnsignedInt(contents[1]) != TWO_BYTES_OF_LENGTH) {
            return 0;
        }
        int length = HEADER + Byte.toUnsignedInt(contents[2]) * 256 + Byte.toUnsignedInt(contents[3]);
        return length <= contents.length ? length : 0;
    }

    private static byte[] written(SignerCertificates by, byte[] digest, byte[] value) {
        Certificate own = Certificate.getInstance(SignerCertificates.der(by.own()));
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(own)),
                SHA256,
                attributes(by, digest),
                kind(by).algorithm(),
                new DEROctetString(value),
                null);
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        by.chain().forEach(each -> certificates.add(Certificate.getInstance(SignerCertificates.der(each))));
        SignedData data = new SignedData(
                new DERSet(SHA256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificates),
                null,
                new DERSet(info));
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    }

    private static DERSet attributes(SignerCertificates by, byte[] digest) {
        byte[] own = SignerCertificates.sha256(SignerCertificates.der(by.own()));
        return new DERSet(new ASN1Encodable[] {
            attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data),
            attribute(CMSAttributes.messageDigest, new DEROctetString(digest)),
            attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new SigningCertificateV2(new ESSCertIDv2(own)))
        });
    }

    private static Attribute attribute(ASN1ObjectIdentifier kind, ASN1Encodable value) {
        return new Attribute(kind, new DERSet(value));
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(SignerCertificates by) {
        return switch (by.own().getPublicKey()) {
            case ECPublicKey key -> Kind.ec(key);
            case RSAPublicKey key -> Kind.rsa(key);
            default ->
                throw new IllegalArgumentException(
                        "neither RSA nor EC: " + by.own().getPublicKey().getAlgorithm());
        };
    }

    /**
     * A kind of key.
     *
     * @param java what Java calls its signatures
     * @param most the most bytes that one has
     */
    private record Kind(String java, AlgorithmIdentifier algorithm, int most) {
        static Kind ec(ECPublicKey key) {
            int half = (key.getParams().getOrder().bitLength() + 7) / 8;
            // Two numbers, each with a header and perhaps a zero before it, in a sequence.
            return new Kind(
                    "SHA256withECDSA",
                    new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
                    2 * (half + 3) + 3);
        }

        static Kind rsa(RSAPublicKey key) {
            return new Kind(
                    "SHA256withRSA",
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
                    (key.getModulus().bitLength() + 7) / 8);
        }
    }
}
