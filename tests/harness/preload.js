// CommonJS companions of Nest 12 fail in a require cycle unless its ESM packages are loaded first, in this order.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
