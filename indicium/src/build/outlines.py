#!/usr/bin/env python3
"""Writes the letter outlines that stamps are drawn with (resources .../drawing/*.outlines) from TrueType fonts.

Run once by hand when the letters change; needs fontTools and the fonts of Debian's package fonts-lato. One line a
letter: code point in hex, advance width, then its path in absolute font units of 1/1000 em, y upwards: M, L, Q, C, Z.
"""
import sys
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

LETTERS = [*range(0x20, 0x7F), *range(0xA1, 0x100), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026,
           0x20AC, 0x2116]


class Outline(BasePen):
    def __init__(self, glyphs, scale):
        super().__init__(glyphs)
        self.parts, self.scale = [], scale

    def add(self, verb, *points):
        self.parts.append(verb + " ".join(f"{round(x * self.scale)} {round(y * self.scale)}" for x, y in points))

    def _moveTo(self, p):
        self.add("M", p)

    def _lineTo(self, p):
        self.add("L", p)

    def _qCurveToOne(self, control, p):
        self.add("Q", control, p)

    def _curveToOne(self, a, b, p):
        self.add("C", a, b, p)

    def _closePath(self):
        self.parts.append("Z")


def write(font_file, out_file):
    font = TTFont(font_file)
    glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), 1000 / font["head"].unitsPerEm
    with open(out_file, "w", encoding="ascii") as out:
        for letter in LETTERS:
            if letter in names:
                pen = Outline(glyphs, scale)
                glyphs[names[letter]].draw(pen)
                print(f"{letter:04X}", round(glyphs[names[letter]].width * scale), "".join(pen.parts), file=out)


folder = sys.argv[1]
for weight in "Medium", "Bold", "Black":
    write(f"/usr/share/fonts/truetype/lato/Lato-{weight}.ttf", f"{folder}/{weight.lower()}.outlines")
