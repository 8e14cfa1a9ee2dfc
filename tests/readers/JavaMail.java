// JavaMail (Debian: libmail-java), with its default properties.
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.ContentType;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

public class JavaMail {
    interface Question {
        Object of(MimeMessage message) throws Exception;
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray())
            out.append(c >= ' ' && c < 127 && c != '"' && c != '\\' ? "" + c : String.format("\\u%04x", (int) c));
        return out.append('"').toString();
    }

    static String json(Object answer) {
        if (answer == null) return "null";
        if (answer instanceof Long) return answer.toString();
        if (answer instanceof List) {
            List<String> all = new ArrayList<>();
            for (Object each : (List<?>) answer) all.add(json(each));
            return "[" + String.join(",", all) + "]";
        }
        return quoted(answer.toString());
    }

    static void leaves(Part part, List<Part> found) throws Exception {
        Object content = part.isMimeType("multipart/*") ? part.getContent() : null;
        if (content instanceof MimeMultipart) {
            MimeMultipart parts = (MimeMultipart) content;
            for (int i = 0; i < parts.getCount(); ++i) leaves(parts.getBodyPart(i), found);
        } else {
            found.add(part);
        }
    }

    static List<Part> leaves(Part part) throws Exception {
        List<Part> found = new ArrayList<>();
        leaves(part, found);
        return found;
    }

    static Object from(MimeMessage message) throws Exception {
        List<String> found = new ArrayList<>();
        Address[] all = message.getFrom();
        if (all != null)
            for (Address each : all) {
                String address = ((InternetAddress) each).getAddress();
                if (address != null && address.contains("@")) found.add(address);
            }
        return found;
    }

    static Object name(MimeMessage message) throws Exception {
        for (Part part : leaves(message))
            if (part.getFileName() != null) return part.getFileName();
        return null;
    }

    static Object text(MimeMessage message) throws Exception {
        List<String> found = new ArrayList<>();
        for (Part part : leaves(message))
            try (InputStream in = part.getInputStream()) {
                found.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        return found;
    }

    static Object first(String[] values) { return values == null ? null : values[0]; }

    public static void main(String[] paths) throws Exception {
        Session session = Session.getInstance(new Properties());
        System.out.println("JavaMail " + System.getProperty("reader.version"));
        String[] names = {"from", "subject", "words", "sender", "x-a", "date", "type", "name", "text"};
        Question[] questions = {
            JavaMail::from,
            MimeMessage::getSubject,
            MimeMessage::getSubject,
            m -> m.getSender(),
            m -> first(m.getHeader("X-A")),
            m -> m.getSentDate() == null ? null : m.getSentDate().getTime() / 1000,
            m -> new ContentType(m.getContentType()).getBaseType().toLowerCase(),
            JavaMail::name,
            JavaMail::text,
        };
        for (String path : paths) {
            byte[] octets = Files.readAllBytes(Path.of(path));
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < names.length; ++i) {
                String answer;
                try {
                    answer = json(questions[i].of(new MimeMessage(session, new ByteArrayInputStream(octets))));
                } catch (Exception e) {
                    answer = "{\"error\":" + quoted(e.getClass().getSimpleName()) + "}";
                }
                answers.add(quoted(names[i]) + ":" + answer);
            }
            System.out.println("{" + String.join(",", answers) + "}");
        }
    }
}
