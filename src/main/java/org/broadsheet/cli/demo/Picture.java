package org.broadsheet.cli.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/** Paints calm, made-up landscapes in the colours of printed paper. The same name gives the same picture. */
final class Picture {
    static final int WIDTH = 960;
    static final int HEIGHT = 540;

    private static final int LAYERS = 5;

    /** What a landscape is made of; {@code lift} is how high its far edge stands, {@code swell} how much it waves. */
    private enum Kind {
        COAST(0xE9E2D3, 0xB9C7C9, 0x8FA6AC, 0x24404D, 0.52, 0.012),
        HILLS(0xF0E7D6, 0xD9C9AE, 0xA9AE8F, 0x3B4A3C, 0.45, 0.11),
        CITY(0xEFE3D2, 0xD8B9A0, 0xA98E83, 0x3A3540, 0.62, 0.0),
        ICE(0xF2EFE8, 0xCBD6DA, 0xAFC2CB, 0x4D6675, 0.40, 0.15),
        FIELD(0xF3EAD5, 0xE0CDA0, 0xBFAE74, 0x56552F, 0.55, 0.04),
        NIGHT(0x2B3244, 0x4E5468, 0x3D4356, 0x14171F, 0.60, 0.08);

        final Color top;
        final Color horizon;
        final Color far;
        final Color near;
        final double lift;
        final double swell;

        Kind(int top, int horizon, int far, int near, double lift, double swell) {
            this.top = new Color(top);
            this.horizon = new Color(horizon);
            this.far = new Color(far);
            this.near = new Color(near);
            this.lift = lift;
            this.swell = swell;
        }
    }

    private final Kind kind;
    private final Random random;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D canvas = image.createGraphics();

    private Picture(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** A PNG; {@code kind} is one of coast, hills, city, ice, field, night. */
    static byte[] png(String kind, String name) {
        return new Picture(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), Filling.mixed(name)).paint();
    }

    private byte[] paint() {
        sky();
        for (int layer = 0; layer < LAYERS; layer++) {
            canvas.setColor(mix(kind.far, kind.near, layer / (LAYERS - 1.0)));
            double base = HEIGHT * (kind.lift + (0.97 - kind.lift) * layer / LAYERS);
            if (kind == Kind.CITY && layer < LAYERS - 1) {
                roofs(base, layer);
            } else {
                ridge(base, HEIGHT * kind.swell * (1 - 0.12 * layer));
            }
        }
        canvas.dispose();
        return bytes();
    }

    private void sky() {
        canvas.setPaint(new GradientPaint(0, 0, kind.top, 0, (float) (HEIGHT * 0.62), kind.horizon));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        if (kind == Kind.NIGHT) {
            stars();
        }
        double size = 54 + random.nextInt(30);
        canvas.setColor(mix(kind.horizon, new Color(0xFBF3E2), 0.72));
        canvas.fill(new Ellipse2D.Double(
                WIDTH * (0.15 + 0.65 * random.nextDouble()), HEIGHT * (0.10 + 0.16 * random.nextDouble()), size, size));
    }

    private void stars() {
        canvas.setColor(new Color(0xD9D6CC));
        for (int star = 0; star < 90; star++) {
            double size = 1 + random.nextDouble() * 1.4;
            canvas.fill(new Ellipse2D.Double(random.nextInt(WIDTH), random.nextInt((int) (HEIGHT * 0.6)), size, size));
        }
    }

    /** Three waves on each other make a line that looks grown. */
    private void ridge(double base, double height) {
        double[] phase = random.doubles(3, 0, Math.PI * 2).toArray();
        double stretch = 0.7 + random.nextDouble() * 0.6;
        Path2D ridge = new Path2D.Double();
        ridge.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 4) {
            double t = stretch * x * Math.PI * 2 / WIDTH;
            double wave =
                    Math.sin(t + phase[0]) + 0.45 * Math.sin(2.7 * t + phase[1]) + 0.14 * Math.sin(9.1 * t + phase[2]);
            ridge.lineTo(x, base - height * wave);
        }
        ridge.lineTo(WIDTH, HEIGHT);
        ridge.closePath();
        canvas.fill(ridge);
    }

    private void roofs(double base, int layer) {
        double x = -random.nextInt(40);
        while (x < WIDTH) {
            double width = 34 + random.nextInt(52) + 8.0 * layer;
            double top = base - random.nextInt(150 - 22 * layer);
            canvas.fill(new Rectangle2D.Double(x, top, width, HEIGHT - top));
            if (random.nextInt(3) == 0) {
                gable(x, top, width);
            }
            x += width;
        }
    }

    private void gable(double x, double top, double width) {
        Path2D gable = new Path2D.Double();
        gable.moveTo(x, top + 1); // overlaps the wall, so that no seam shows
        gable.lineTo(x + width / 2, top - width * 0.45);
        gable.lineTo(x + width, top + 1);
        gable.closePath();
        canvas.fill(gable);
    }

    private static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + (to.getRed() - from.getRed()) * share),
                (int) Math.round(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
                (int) Math.round(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
