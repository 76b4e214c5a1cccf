// CommonJS companions of Nest 12 fail in a require cycle unless its ESM packages are loaded first, in this order.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
import fc from 'fast-check';

// Properties draw the same cases wherever they run, so that a red run is red again; `npm run check:deep` draws others.
fc.configureGlobal({ seed: Number(process.env['DRAWS'] ?? 2026) });
